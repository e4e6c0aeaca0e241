import { database } from '@/db/client';
import { allocation, instrument } from '@/db/schema/payments';
import { application } from '@/db/schema/applications';
import { auditEvent } from '@/db/schema/audit';
import { message } from '@/db/schema/mail';
import { saveStep } from '@/lib/applications/save-step';
import { startApplication, type StartInput } from '@/lib/applications/start-application';
import { register } from '@/lib/identity/register';
import { makeSlip } from '@/lib/payments/make-slip';
import type { Covers, RecordInstrumentInput } from '@/lib/payments/model';
import { findLiveSlip } from '@/lib/payments/store';
import { submitApplication } from '@/lib/payments/submit-application';
import type { Ctx, Educator, Staff } from '@/lib/shared/context';
import { day, type Day } from '@/lib/shared/days';
import { must, type Result } from '@/lib/shared/result';
import { decideApplication } from '@/lib/staff/decide-application';
import { acceptAll } from '@/tests/support/applications';
import { again, certificateOnFile, now, recordOnFile, registerFully, signedInEducator } from '@/tests/support/people';
import { eq, sql } from 'drizzle-orm';

export type Filed = {
  readonly ctx: Ctx<Educator>;
  readonly reference: string;
  readonly personId: string;
  readonly ein: string;
  readonly lastName: string;
  readonly certificateId: string;
};

type About = {
  readonly kind?: StartInput['kind'];
  readonly typeKey?: string;
  readonly issuedOn?: Day;
  readonly expiresOn?: Day;
  readonly at?: Date;
  readonly disclosed?: boolean;
};

/** An application as an educator leaves it: registered, fully linked, answered, signed and submitted through the commands. */
export async function filed(about: About = {}): Promise<Filed> {
  const { kind = 'continue_professional', typeKey = 'PROFESSIONAL', expiresOn = day('2027-01-14'), at = now } = about;
  const issuedOn = about.issuedOn ?? day('2022-01-15');
  const onFile = await recordOnFile();
  const { firstName, lastName } = onFile.typed;
  const ctx = again(await signedInEducator({ firstName, lastName }), at);
  value(await register(ctx, onFile.typed));
  const certificate = await certificateOnFile(onFile.personId, { typeKey, issuedOn, expiresOn });
  const { reference } = value(await startApplication(again(ctx, at), { kind, certificateNumber: certificate.number }));
  await answerAll(ctx, reference, { signature: `${firstName} ${lastName}`, disclosed: about.disclosed ?? false });
  value(await submitApplication(again(ctx, at), { reference }));
  return { ctx, reference, personId: onFile.personId, ein: onFile.ein, lastName, certificateId: certificate.id };
}

/** The free one: it is in the queue as soon as it is submitted. */
export const filedRenewal = (about: About = {}) => filed(about);

/** $375, all of it due at submission: it waits for its payment. */
export const filedAdvance = (about: About = {}) =>
  filed({ kind: 'advance_to_professional', typeKey: 'INITIAL', expiresOn: day('2030-01-14'), ...about });

/** $50 at submission, $150 after approval, for somebody without a certificate. */
export async function filedFirst(): Promise<Filed> {
  const onFile = await recordOnFile();
  const { firstName, lastName } = onFile.typed;
  const ctx = await signedInEducator({ firstName, lastName });
  value(await register(ctx, onFile.typed));
  const { reference } = value(await startApplication(again(ctx), { kind: 'first_certificate_ct' }));
  const answers = { endorsement: '029', program: 'A college', finishedYear: '2024', otherState: 'no' };
  value(await saveStep(again(ctx), { reference, step: 'certificate', answers }));
  await answerAll(ctx, reference, { signature: `${firstName} ${lastName}`, disclosed: false });
  value(await submitApplication(again(ctx), { reference }));
  return { ctx, reference, personId: onFile.personId, ein: onFile.ein, lastName, certificateId: '' };
}

/** Submitted by somebody whose record is still looked for: an identity case is open and there is no person. */
export async function filedUnlinked(): Promise<Filed> {
  const onFile = await recordOnFile();
  const ctx = await signedInEducator();
  await registerFully(ctx, { ...onFile.typed, firstName: 'Alex', lastName: 'Stranger' });
  const { reference } = value(await startApplication(again(ctx), { kind: 'first_certificate_ct' }));
  const answers = { endorsement: '029', program: 'A college', finishedYear: '2024', otherState: 'no' };
  value(await saveStep(again(ctx), { reference, step: 'certificate', answers }));
  await answerAll(ctx, reference, { signature: 'Alex Stranger', disclosed: false });
  value(await submitApplication(again(ctx), { reference }));
  return { ctx, reference, personId: '', ein: '', lastName: 'Stranger', certificateId: '' };
}

async function answerAll(ctx: Ctx<Educator>, reference: string, about: { signature: string; disclosed: boolean }) {
  const personal = { addressLine1: '1 Elm Street', city: 'Hartford', state: 'CT', postalCode: '06103', phone: '8605550123' };
  const experience = { schoolMonths: '60', employer: 'Hartford', highestDegree: 'master', team: 'complete' };
  const no = { convicted: 'no', discipline: 'no', investigation: 'no', dismissed: 'no', statement: '' };
  const disclosures = about.disclosed ? { ...no, discipline: 'yes', statement: 'In 2009 another state suspended it.\nIt was restored.' } : no;
  const sign = { affirmed: 'yes', signature: about.signature };
  for (const [step, answers] of Object.entries({ personal, experience, disclosures, sign })) {
    await saveStep(again(ctx), { reference, step: step as 'personal', answers });
  }
}

/** Accepted item by item, and approved. */
export async function approve(staff: Ctx<Staff>, { reference }: Pick<Filed, 'reference'>): Promise<void> {
  await acceptAll(staff, reference);
  value(await decideApplication(staff, { reference, outcome: 'approved' }));
}

/** The slip of somebody who pays later. */
export async function slipFor(one: Filed, covers: Covers = 'due_now', at: Date = now): Promise<string> {
  value(await makeSlip(again(one.ctx, at), { reference: one.reference, covers }));
  const { id } = await applicationOf(one);
  const slip = await database().transaction((tx) => findLiveSlip(tx, id));
  return must(slip, 'the slip just made').reference;
}

let serial = 1000;

/** A money order that has not been seen before. */
export function moneyOrder(slipReference: string, dollars: number, more: Partial<RecordInstrumentInput> = {}): RecordInstrumentInput {
  serial += 1;
  return {
    slipReference,
    kind: 'money_order',
    serial: `MO-${serial}`,
    issuer: 'United States Postal Service',
    amount: dollars * 100,
    payerName: undefined,
    receivedOn: day('2026-11-24'),
    drawnOn: undefined,
    returnReason: undefined,
    ...more,
  };
}

export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export async function applicationOf({ reference }: Pick<Filed, 'reference'>) {
  const [row] = await database().select().from(application).where(eq(application.reference, reference));
  return must(row, 'the application');
}

export async function audited(subjectId: string, type: string) {
  return database()
    .select()
    .from(auditEvent)
    .where(sql`${auditEvent.subjectId} = ${subjectId} and ${auditEvent.type} = ${type}`);
}

export async function messagesTo(accountId: string, kind: string) {
  return database()
    .select()
    .from(message)
    .where(sql`${message.accountId} = ${accountId} and ${message.kind} = ${kind}`);
}

export const instrumentsOf = (applicationId: string) =>
  database().select().from(instrument).where(eq(instrument.applicationId, applicationId));
export const allocationsOf = (instrumentId: string) =>
  database().select().from(allocation).where(eq(allocation.instrumentId, instrumentId));

/** Of each ledger account, over everything; the sum of all is nothing, or the books are wrong. */
export async function balances(applicationId: string): Promise<Record<string, number>> {
  const rows = await database().execute<{ account: string; sum: number }>(
    sql`select account, sum(cents)::int as sum from ledger_entry where application_id = ${applicationId} group by account`,
  );
  return Object.fromEntries(rows.map((row) => [row.account, row.sum]));
}

export async function booksBalance(): Promise<boolean> {
  const [row] = await database().execute<{ off: number }>(sql`
    select count(*)::int as off from (
      select transaction_id from ledger_entry group by transaction_id having sum(cents) <> 0) t`);
  return row?.off === 0;
}

/** Ten connections already open, so that what starts together also runs together. */
export async function tenConnections(): Promise<void> {
  let open = 0;
  let release = (): void => undefined;
  const allOpen = new Promise<void>((resolve) => {
    release = resolve;
  });
  const hold = () =>
    database().transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      open += 1;
      if (open === 10) release();
      await allOpen;
    });
  await Promise.all(Array.from({ length: 10 }, hold));
}
