import { session, signUp } from '@/db/schema/accounts';
import type { Tx } from '@/db/transact';
import { newToken } from '@/lib/shared/keyed-hash';
import { stageMessage } from '@/lib/mail/steps';
import { hoursLater, minutesLater, sessionLimits } from './rules';
import { endSessions, type AccountRow } from './store';

export { endSessions } from './store';

/** What a browser keeps: the only copy of the token; the database holds its hash. */
export type OpenedSession = { readonly token: string; readonly sessionId: string; readonly stage: 'set_password' | 'totp' | 'full' };

export async function openSession(
  tx: Tx,
  accountId: string,
  stage: OpenedSession['stage'],
  now: Date,
): Promise<OpenedSession> {
  const { token, hash } = newToken();
  const endsAt =
    stage === 'full' ? hoursLater(now, sessionLimits.fullHours) : minutesLater(now, sessionLimits.unfinishedMinutes);
  const [row] = await tx
    .insert(session)
    .values({
      tokenHash: hash,
      accountId,
      stage,
      startedAt: now,
      lastSeenAt: now,
      endsAt,
      stepUpAt: stage === 'full' ? now : null,
    })
    .returning({ id: session.id });
  if (!row) throw new Error('A session was not written');
  return { token, sessionId: row.id, stage };
}

/** Ends the old sign-in and opens a new one under a new token: on every change of what a session may do. */
export async function renewSession(tx: Tx, accountId: string, because: string, now: Date): Promise<OpenedSession> {
  await endSessions(tx, accountId, because, now);
  return openSession(tx, accountId, 'full', now);
}

/** The two separate emails of a new account: (a) the username, (b) the temporary password with the link. */
export async function stageCredentials(tx: Tx, owner: AccountRow, signUpId: string, dedupe: string, now: Date): Promise<void> {
  await stageUsername(tx, owner, signUpId, dedupe, now);
  await stageTemporaryPassword(tx, owner, signUpId, dedupe, now);
}

export async function stageUsername(tx: Tx, owner: AccountRow, signUpId: string, dedupe: string, now: Date): Promise<void> {
  const message = { kind: 'account_username', dedupeKey: `account_username:${dedupe}`, to: { accountId: owner.id }, signUpId };
  await stageMessage(tx, message, now);
}

export async function stageTemporaryPassword(tx: Tx, owner: AccountRow, signUpId: string, dedupe: string, now: Date) {
  const message = {
    kind: 'account_temporary_password',
    dedupeKey: `account_temporary_password:${dedupe}`,
    to: { accountId: owner.id },
    signUpId,
    payload: { purpose: 'new-account' },
  };
  await stageMessage(tx, message, now);
}

export async function recordSignUp(
  tx: Tx,
  typed: { firstName: string; lastName: string; email: string },
  accountId: string | null,
  now: Date,
): Promise<{ id: string; token: string }> {
  const { token, hash } = newToken();
  const [row] = await tx
    .insert(signUp)
    .values({ ...typed, tokenHash: hash, accountId, createdAt: now })
    .returning({ id: signUp.id });
  if (!row) throw new Error('A sign-up was not written');
  return { id: row.id, token };
}
