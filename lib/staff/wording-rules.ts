type Addressed = { readonly accountId: string | null; readonly details: Readonly<Record<string, string>> };

/** Whom a case can be answered to: the account that waits, or the address that somebody gave who cannot sign in. */
export function addressOf({ accountId, details }: Addressed): { readonly accountId: string } | { readonly address: string } | undefined {
  if (accountId) return { accountId };
  return details.newEmail ? { address: details.newEmail } : undefined;
}
