/** Whether this can be the id of a row: what stands in an address may be anything, and PostgreSQL throws at what is none. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
