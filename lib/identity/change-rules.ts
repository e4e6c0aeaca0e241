/** What is on record and educators may change themselves, and the words for it. */
export const changedFields = {
  addressLine1: 'Street address',
  addressLine2: 'Apartment, suite or unit',
  city: 'City or town',
  state: 'State',
  postalCode: 'ZIP code',
  phone: 'Phone',
  lastName: 'Last name',
} as const;
export type ChangedField = keyof typeof changedFields;

/** A value that goes back to what it was before a link. */
export type Restored = { readonly field: ChangedField; readonly now: string | null; readonly back: string | null };
export type FieldsOnFile = Readonly<Partial<Record<ChangedField, string | null>>>;
type Change = {
  readonly field: ChangedField;
  readonly before: string | null;
  readonly after: string | null;
  readonly previousNameId: string | null;
};

/**
 * What goes back when a link is taken back, of what was changed through it, the latest first. What somebody else has changed
 * since stays: it did not come by this link.
 */
export function restoredBy(changes: readonly Change[], onFile: FieldsOnFile): { values: Restored[]; previousNameIds: string[] } {
  const values = new Map<ChangedField, Restored>();
  const previousNameIds: string[] = [];
  for (const { field, before, after, previousNameId } of changes) {
    const now = onFile[field] ?? null;
    const stands = values.get(field) ?? { back: now };
    if (stands.back !== after) continue;
    values.set(field, { field, now, back: before });
    if (previousNameId) previousNameIds.push(previousNameId);
  }
  const fields = Object.keys(changedFields) as ChangedField[];
  const restored = fields.flatMap((field) => values.get(field) ?? []).filter(({ now, back }) => now !== back);
  return { values: restored, previousNameIds };
}
