/**
 * Whose request it is, as the proxies we trust have written it down: each adds the address it was called from on the
 * right, so the one that the outermost of them saw stands that many places from the end. Anything further left may be made up.
 */
export function callerAddress(forwardedFor: string | null, trustedHops: number): string | undefined {
  if (trustedHops === 0 || forwardedFor === null) return undefined;
  const addresses = forwardedFor.split(',').map((one) => one.trim());
  return addresses.at(-trustedHops) || undefined;
}
