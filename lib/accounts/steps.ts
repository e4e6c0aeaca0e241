import { session, signUp } from '@/db/schema/accounts';
import type { Tx } from '@/db/transact';
import { newToken } from '@/lib/shared/keyed-hash';
import { stageMessage } from '@/lib/mail/steps';
import { hoursLater, minutesLater, sessionLimits } from './rules';
import { endSessions } from './store';

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

type Renewal = { readonly accountId: string; readonly because: string; readonly stage: OpenedSession['stage'] };

/** Ends the old sign-in and opens a new one under a new token: on every change of what a session may do. */
export async function renewSession(tx: Tx, { accountId, because, stage }: Renewal, now: Date): Promise<OpenedSession> {
  await endSessions(tx, { accountId, because }, now);
  return openSession(tx, accountId, stage, now);
}

/** The two separate emails of a new account: (a) the username, (b) the temporary password with the link. */
export async function stageCredentials(tx: Tx, to: NewOwner, now: Date): Promise<void> {
  await stageUsername(tx, to, now);
  await stageTemporaryPassword(tx, to, now);
}

/** Whose account it is, the sign-up whose page shows the delivery, and the occasion: staged twice for one, it is sent once. */
export type NewOwner = { readonly accountId: string; readonly signUpId: string; readonly occasion: string };

export async function stageUsername(tx: Tx, { accountId, signUpId, occasion }: NewOwner, now: Date): Promise<void> {
  const dedupeKey = `account_username:${occasion}`;
  await stageMessage(tx, { kind: 'account_username', dedupeKey, to: { accountId }, signUpId }, now);
}

export async function stageTemporaryPassword(tx: Tx, { accountId, signUpId, occasion }: NewOwner, now: Date): Promise<void> {
  const dedupeKey = `account_temporary_password:${occasion}`;
  const message = { kind: 'account_temporary_password', dedupeKey, to: { accountId }, signUpId };
  await stageMessage(tx, { ...message, payload: { purpose: 'new-account' } }, now);
}

/** The address is taken: its owner hears of it, and the page reads the same. */
export async function stageAlreadyExists(tx: Tx, { accountId, signUpId, occasion }: NewOwner, now: Date): Promise<void> {
  const dedupeKey = `account_already_exists:${occasion}`;
  await stageMessage(tx, { kind: 'account_already_exists', dedupeKey, to: { accountId }, signUpId }, now);
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
