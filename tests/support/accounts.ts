import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { createAccount } from '@/lib/accounts/create-account';
import { liveSession } from '@/lib/accounts/live-session';
import { setPassword } from '@/lib/accounts/set-password';
import { signIn } from '@/lib/accounts/sign-in';
import type { OpenedSession } from '@/lib/accounts/steps';
import { anyone, type Anyone, type Ctx, type Educator, type Newcomer } from '@/lib/shared/context';
import { must, type Result } from '@/lib/shared/result';
import { codeIn, deliverMail, usernameIn, type Letters } from './mail';
import { now } from './people';

export const goodPassword = 'four plain walking words';

export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
export const asAnyone = (at: Date = now): Ctx<Anyone> => ({ actor: anyone, now: at, requestId: randomUUID() });
export const outcome = (result: Result<unknown, unknown>) => (result.ok ? 'ok' : result.error);

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

let counter = 0;

export function newAddress(): string {
  counter += 1;
  return `newcomer${counter}@example.test`;
}

export const typedBy = (email: string) => ({ firstName: 'Nora', lastName: 'Newman', email, verifyEmail: email });

export type SignedUp = { readonly email: string; readonly signUpToken: string; readonly username: string; readonly temporaryPassword: string };

/** Creates an account and reads its two emails. */
export async function signedUp(letters: Letters, email = newAddress(), at: Date = now): Promise<SignedUp> {
  const { token } = value(await createAccount(asAnyone(at), typedBy(email)));
  await deliverMail(at);
  const mails = letters.to(email);
  const username = usernameIn(mails.find((mail) => mail.subject.includes('username')));
  const temporaryPassword = codeIn(mails.findLast((mail) => mail.subject.includes('temporary password')));
  return { email, signUpToken: token, username, temporaryPassword };
}

/** Signed in with the temporary password: may set another, and nothing else. */
export async function firstSignIn(one: Pick<SignedUp, 'username' | 'temporaryPassword'>, at: Date = now): Promise<Ctx<Newcomer>> {
  const opened = value(await signIn(asAnyone(at), { username: one.username, password: one.temporaryPassword }));
  return { ...asAnyone(at), actor: { kind: 'newcomer', ...(await whoIs(opened, at)) } };
}

export type Settled = SignedUp & { readonly ctx: Ctx<Educator>; readonly token: string };

/** An account whose owner has come all the way: signed up, signed in, password set. */
export async function settledEducator(letters: Letters, email = newAddress(), at: Date = now): Promise<Settled> {
  const one = await signedUp(letters, email, at);
  const { temporaryPassword } = one;
  const opened = value(await setPassword(await firstSignIn(one, at), { temporaryPassword, newPassword: goodPassword }));
  return { ...one, token: opened.token, ctx: { ...asAnyone(at), actor: { kind: 'educator', ...(await whoIs(opened, at)) } } };
}

async function whoIs({ token }: OpenedSession, at: Date): Promise<{ accountId: string; sessionId: string }> {
  const { accountId, sessionId } = must(await liveSession(token, at), 'a live sign-in');
  return { accountId, sessionId };
}

/**
 * Starts all of the work while the account's row is held, and lets go once each of them waits: hashing a password takes
 * its turn, so that without this they would never meet.
 */
export async function behindAccount<T>(accountId: string, work: readonly (() => Promise<T>)[]): Promise<T[]> {
  let over = 0;
  const started: Promise<T>[] = [];
  await database().transaction(async (tx) => {
    await tx.execute(sql`select 1 from account where id = ${accountId} for update`);
    started.push(...work.map((one) => one().finally(() => (over += 1))));
    while ((await waitingForLocks()) + over < work.length);
  });
  return Promise.all(started);
}

async function waitingForLocks(): Promise<number> {
  const [row] = await database().execute<{ count: number }>(sql`
    select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return must(row, 'a count').count;
}
