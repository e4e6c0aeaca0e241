import type { Tx } from '@/db/transact';
import { stageMessage } from '@/lib/mail/steps';

/** Tells the owner that the password is another one now, in case it was not them. `occasion` names the change. */
export async function stagePasswordChanged(tx: Tx, accountId: string, occasion: string, now: Date): Promise<void> {
  const dedupeKey = `password_changed:${accountId}:${occasion}`;
  await stageMessage(tx, { kind: 'password_changed', dedupeKey, to: { accountId } }, now);
}
