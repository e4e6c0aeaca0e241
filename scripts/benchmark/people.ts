import { randomUUID } from 'node:crypto';
import { generate } from 'otplib';
import { transact } from '@/db/transact';
import type { DemoPerson } from '@/dev/demo/people';
import { acknowledge } from '@/lib/accounts/acknowledge';
import { confirmTotp } from '@/lib/accounts/confirm-totp';
import { hashPassword } from '@/lib/accounts/passwords';
import { currentAcknowledgement } from '@/lib/accounts/queries';
import { signIn } from '@/lib/accounts/sign-in';
import { insertAccount, saveAccount } from '@/lib/accounts/store';
import { register } from '@/lib/identity/register';
import { liveSession } from '@/lib/accounts/live-session';
import { anyone, type Actor, type Ctx, type Educator } from '@/lib/shared/context';
import { must, ok, type Result } from '@/lib/shared/result';
import { secret } from '@/lib/shared/secret';
import { workerCtx, type People } from './ground';

export type SignedIn = { readonly ctx: Ctx<Educator>; readonly token: string };
export const password = 'harbor lantern meadow 4711';

let hashed: Promise<string> | undefined;

/** An account with a personal password, for a sign-in of its own. Returns the username. */
export async function openAccount({ firstName, lastName, email }: { firstName: string; lastName: string; email: string }): Promise<string> {
  hashed ??= hashPassword(password);
  const passwordHash = await hashed;
  const { actor, now } = workerCtx();
  const opened = await transact(actor, async (tx) => {
    const made = must(await insertAccount(tx, { kind: 'educator', email, firstName, lastName }, now), `an account for ${email}`);
    await saveAccount(tx, made.id, { passwordHash, passwordSetAt: now, emailVerifiedAt: now });
    return ok(made.username);
  });
  return valueOf(opened);
}

/** Signed in, registered as that person of record and past the acknowledgement. */
export async function signInAs(person: DemoPerson): Promise<SignedIn> {
  const { firstName, lastName } = person;
  const email = person.emailOnFile ?? `${person.ein}@example.org`;
  const username = await openAccount({ firstName, lastName, email });
  const { token } = valueOf(await signIn(asCtx(anyone), { username, password }));
  const live = must(await liveSession(token, new Date()), 'the session just opened');
  const ctx = asCtx({ kind: 'educator' as const, accountId: live.accountId, sessionId: live.sessionId });
  const typed = { ssn: secret(person.ssn), birthDate: secret(person.birthDate), firstName, lastName, email };
  valueOf(await register(ctx, typed));
  const text = must(await currentAcknowledgement(ctx.now), 'an acknowledgement');
  valueOf(await acknowledge(ctx, { version: text.version }));
  return { ctx, token };
}

/** A reviewer past the second factor. Returns the session's token. */
export async function signInStaff({ staff }: People): Promise<string> {
  const { username, password: own, totpSecret } = must(staff.find(({ role }) => role === 'reviewer'), 'a reviewer');
  const { token } = valueOf(await signIn(asCtx(anyone), { username, password: own }));
  const { accountId, sessionId } = must(await liveSession(token, new Date()), 'the session just opened');
  const code = await generate({ secret: totpSecret });
  return valueOf(await confirmTotp(asCtx({ kind: 'newcomer', accountId, sessionId }), { code })).token;
}

export function asCtx<A extends Actor>(actor: A): Ctx<A> {
  return { actor, now: new Date(), requestId: randomUUID() };
}

export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
