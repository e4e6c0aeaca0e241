import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { account } from '@/db/schema/accounts';
import { certificate, certificateEndorsement } from '@/db/schema/certificates';
import { matchKey, person, personContact, personSecret } from '@/db/schema/identity';
import { openSession } from '@/lib/accounts/steps';
import { insertAccount } from '@/lib/accounts/store';
import { answerRegistration } from '@/lib/identity/answer-registration';
import type { AnswerInput, RegisterInput } from '@/lib/identity/model';
import { matchKeys, ssnKey } from '@/lib/identity/person-keys';
import { register } from '@/lib/identity/register';
import { sealRecord } from '@/lib/identity/sealed-record';
import type { Ctx, Educator, Staff, StaffRole, Worker } from '@/lib/shared/context';
import { addDays, day, type Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { secret } from '@/lib/shared/secret';

export const now = new Date('2026-11-24T15:00:00Z');

let counter = 0;
const next = () => (counter += 1);

/** An account that has set its password, signed in, ready to act. */
export async function signedInEducator(about: { email?: string; firstName?: string; lastName?: string } = {}): Promise<Ctx<Educator>> {
  const number = next();
  const { email = `person${number}@example.test`, firstName = 'Pat', lastName = 'Tester' } = about;
  return database().transaction(async (tx) => {
    const made = must(await insertAccount(tx, { kind: 'educator', email, firstName, lastName }, now), 'an account');
    await tx.update(account).set({ emailVerifiedAt: now, passwordSetAt: now }).where(eq(account.id, made.id));
    const { sessionId } = await openSession(tx, made.id, 'full', now);
    return asCtx({ kind: 'educator', accountId: made.id, sessionId });
  });
}

export async function signedInStaff(...roles: StaffRole[]): Promise<Ctx<Staff>> {
  const number = next();
  return database().transaction(async (tx) => {
    const names = { email: `staff${number}@example.test`, firstName: 'Sam', lastName: 'Staff' };
    const made = must(await insertAccount(tx, { kind: 'staff', ...names }, now), 'an account');
    const { sessionId } = await openSession(tx, made.id, 'full', now);
    return asCtx({ kind: 'staff', accountId: made.id, sessionId, roles });
  });
}

export function workerCtx(at: Date = now): Ctx<Worker> {
  return { actor: { kind: 'worker', job: 'test' }, now: at, requestId: randomUUID() };
}

export function asCtx<A extends Educator | Staff>(actor: A, at: Date = now): Ctx<A> {
  return { actor, now: at, requestId: randomUUID() };
}

/** The same actor in another request, perhaps at another time. */
export function again<A extends Educator | Staff>(ctx: Ctx<A>, at: Date = now): Ctx<A> {
  return { ...ctx, now: at, requestId: randomUUID() };
}

export type RecordOnFile = {
  readonly personId: string;
  readonly ein: string;
  readonly typed: ReturnType<typeof typedAs>;
};

type Known = { ssn?: string; firstName?: string; lastName?: string; birthDate?: Day; email?: string };

// Far apart, for people with neighbouring numbers or one birth date whose names are alike are taken for one another.
const bornOn = (number: number): Day => addDays(day('1960-01-01'), (number * 11) % 14_000);
const ssnOf = (number: number): string => `${400 + ((number * 37) % 260)}${10 + ((number * 53) % 89)}${String(1000 + (number % 9000))}`;

/** What somebody types at Register. */
export function typedAs(known: Known = {}) {
  const number = next();
  const { ssn = ssnOf(number), firstName = 'Pat', lastName = `Tester${number}`, birthDate = bornOn(number) } = known;
  return { ssn: secret(ssn), firstName, lastName, birthDate: secret(birthDate), email: known.email ?? 'typed@example.test' };
}

/** An educator of record, as an import leaves them. */
export async function recordOnFile(known: Known = {}): Promise<RecordOnFile> {
  const typed = typedAs(known);
  const personId = randomUUID();
  const ein = `1${String(next()).padStart(9, '0')}`;
  await database().transaction(async (tx) => {
    const { firstName, lastName } = typed;
    await tx.insert(person).values({ id: personId, ein, firstName, lastName, source: 'imported', createdAt: now });
    const email = known.email ?? null;
    await tx.insert(personContact).values({ personId, email, emailKey: email, updatedAt: now });
    const sealed = sealRecord(typed, { ssn: 'person_secret.ssn', birthDate: 'person_secret.birth_date' }, personId);
    await tx.insert(personSecret).values({ personId, ...sealed, ssnKey: ssnKey(typed.ssn) });
    const keys = matchKeys({ ...typed, lastNames: [typed.lastName] });
    await tx.insert(matchKey).values(keys.map((one) => ({ ...one, personId })));
  });
  return { personId, ein, typed };
}

export async function certificateOnFile(
  personId: string,
  about: { typeKey?: string; issuedOn?: Day; effectiveOn?: Day; expiresOn?: Day; endorsements?: string[] } = {},
): Promise<{ id: string; number: string }> {
  const { typeKey = 'PROFESSIONAL', issuedOn = day('2022-01-15'), expiresOn = day('2027-01-14'), endorsements = ['029'] } = about;
  const effectiveOn = about.effectiveOn ?? issuedOn;
  const number = `K${String(next()).padStart(7, '0')}`;
  const id = randomUUID();
  await database().transaction(async (tx) => {
    const dates = { issuedOn, effectiveOn, expiresOn, printedExpiresOn: expiresOn };
    await tx.insert(certificate).values({ id, number, personId, typeKey, ...dates, source: 'imported', createdAt: now });
    await tx.insert(certificateEndorsement).values(endorsements.map((code) => ({ certificateId: id, code })));
  });
  return { id, number };
}

/** Registers and, where nothing was linked, answers the question that follows. */
export async function registerFully(ctx: Ctx<Educator>, typed: RegisterInput, answer: Partial<AnswerInput> = {}): Promise<void> {
  const registered = await register(ctx, typed);
  if (!registered.ok) throw new Error(`Refused: ${registered.error}`);
  await answerRegistration(again(ctx), { everHeld: 'no', ...answer });
}
