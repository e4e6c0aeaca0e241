import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { account } from '@/db/schema/accounts';
import { application } from '@/db/schema/applications';
import { certificate } from '@/db/schema/certificates';
import {
  claim,
  identityCase,
  identityDecision,
  matchKey,
  person,
  personContact,
  personSecret,
  previousName,
  registration,
} from '@/db/schema/identity';
import { openCaseFor } from '@/lib/identity/review-steps';
import { sealRecord } from '@/lib/identity/sealed-record';
import type { Ctx, Educator } from '@/lib/shared/context';
import { must } from '@/lib/shared/result';
import { unseal } from '@/lib/shared/sealed';
import { now, recordOnFile, signedInEducator, typedAs, type RecordOnFile } from '@/tests/support/people';

type CaseRow = typeof identityCase.$inferSelect;
export type WaitingCase = {
  readonly ctx: Ctx<Educator>;
  readonly onFile: RecordOnFile;
  readonly typed: ReturnType<typeof typedAs>;
  readonly found: CaseRow;
};

type About = {
  readonly kind?: CaseRow['kind'];
  readonly typed?: ReturnType<typeof typedAs>;
  readonly onFile?: RecordOnFile;
  readonly ctx?: Ctx<Educator>;
  readonly details?: Record<string, string>;
};

/** Somebody registered; a record may be theirs; a person decides. What they typed is nobody's SSN unless it is said. */
export async function waitingCase(about: About = {}): Promise<WaitingCase> {
  const onFile = about.onFile ?? (await recordOnFile());
  const typed = about.typed ?? typedAs();
  const { firstName, lastName, email } = typed;
  const ctx = about.ctx ?? (await signedInEducator({ firstName, lastName }));
  const { accountId } = ctx.actor;
  const registrationId = randomUUID();
  return database().transaction(async (tx) => {
    const sealed = sealRecord(typed, { ssn: 'registration.ssn', birthDate: 'registration.birth_date' }, registrationId);
    const answered = { outcome: 'review', reasons: ['birth_date_differs'], registeredAt: now } as const;
    await tx.insert(registration).values({ id: registrationId, accountId, firstName, lastName, email, ...sealed, ...answered, reasons: [...answered.reasons] });
    const opened = await openCaseFor(
      tx,
      { kind: about.kind ?? 'match', accountId, registrationId, candidateIds: [onFile.personId], details: about.details ?? {} },
      now,
    );
    const [found] = await tx.select().from(identityCase).where(eq(identityCase.id, opened.id));
    return { ctx, onFile, typed, found: must(found, 'the case just opened') };
  });
}

/** A live link, as a match makes it. */
export async function linkOnFile(accountId: string, personId: string, strength: 'full' | 'provisional' = 'full'): Promise<string> {
  const id = randomUUID();
  const typed = { typedFirstName: 'Pat', typedLastName: 'Typed' };
  const evidence = { ssn: 'equal' };
  await database()
    .insert(claim)
    .values({ id, accountId, personId, strength, evidence, ...typed, linkedAt: new Date(now.getTime() - 60_000), fullAt: null });
  return id;
}

/** An application of theirs, as far as these decisions care. */
export async function applicationOnFile(
  accountId: string,
  about: Partial<typeof application.$inferInsert> = {},
): Promise<string> {
  const id = randomUUID();
  const before = new Date(now.getTime() - 60_000);
  const row = { id, reference: `A${id.slice(0, 7).toUpperCase()}`, accountId, kind: 'first_certificate_ct', status: 'draft' };
  await database().insert(application).values({ ...row, startedAt: before, updatedAt: before, ...about });
  return id;
}

export const caseRow = async (id: string) => must((await database().select().from(identityCase).where(eq(identityCase.id, id)))[0], 'the case');
export const decisionsOf = (caseId: string) =>
  database().select().from(identityDecision).where(eq(identityDecision.caseId, caseId)).orderBy(identityDecision.proposedAt);
export const decisionRow = async (id: string) =>
  must((await database().select().from(identityDecision).where(eq(identityDecision.id, id)))[0], 'the decision');
export const liveLink = async (accountId: string) =>
  (await database().select().from(claim).where(and(eq(claim.accountId, accountId), isNull(claim.endedAt))))[0];
export const applicationRow = async (id: string) =>
  must((await database().select().from(application).where(eq(application.id, id)))[0], 'the application');

/** Everything a record is, with its secrets in the clear: to compare before and after. */
export async function wholeRecord(personId: string) {
  const db = database();
  const [row] = await db.select().from(person).where(eq(person.id, personId));
  const [contact] = await db.select().from(personContact).where(eq(personContact.personId, personId));
  const [secrets] = await db.select().from(personSecret).where(eq(personSecret.personId, personId));
  const { ssnCiphertext, birthDateCiphertext, ssnKey } = must(secrets, 'the secrets');
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  const keys = await db.select().from(matchKey).where(eq(matchKey.personId, personId));
  return {
    row,
    contact,
    ssn: ssnCiphertext && unseal(ssnCiphertext, { column: 'person_secret.ssn', row: personId }).reveal(),
    birthDate: unseal(birthDateCiphertext, { column: 'person_secret.birth_date', row: personId }).reveal(),
    ssnKey: ssnKey && hex(ssnKey),
    keys: keys.map(({ kind, key }) => `${kind} ${hex(key)}`).toSorted(),
    names: await db.select().from(previousName).where(eq(previousName.personId, personId)).orderBy(previousName.id),
    claims: await db.select().from(claim).where(eq(claim.personId, personId)).orderBy(claim.id),
    certificates: await db.select().from(certificate).where(eq(certificate.personId, personId)).orderBy(certificate.id),
    applications: await db.select().from(application).where(eq(application.personId, personId)).orderBy(application.id),
    cases: await db.select().from(identityCase).where(sql`${personId} = any(${identityCase.candidateIds})`).orderBy(identityCase.id),
  };
}

/** The member of the staff is somebody with this address. */
export async function giveAddress(accountId: string, email: string): Promise<void> {
  await database().update(account).set({ email, emailKey: email.toLowerCase() }).where(eq(account.id, accountId));
}

export async function contactEmail(personId: string, email: string): Promise<void> {
  await database().update(personContact).set({ email, emailKey: email.toLowerCase() }).where(eq(personContact.personId, personId));
}
