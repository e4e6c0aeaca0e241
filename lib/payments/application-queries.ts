import { desc, eq } from 'drizzle-orm';
import { instrument, receipt } from '@/db/schema/payments';
import { read, type Tx } from '@/db/transact';
import type { Answers } from '@/lib/applications/answers-model';
import type { ApplicationRecord } from '@/lib/applications/model';
import { canSee } from '@/lib/applications/policy';
import type { Requirement } from '@/lib/applications/requirement-model';
import { asRequirement } from '@/lib/applications/requirement-rules';
import { answersOf, findApplication, findDecision, findSubmission, requirementsOf } from '@/lib/applications/steps';
import type { CertificateFacts } from '@/lib/certificates/model';
import { findCertificateById } from '@/lib/certificates/steps';
import type { RuleSet } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx, Educator, Staff } from '@/lib/shared/context';
import type { Day } from '@/lib/shared/days';
import { cents, type Cents } from '@/lib/shared/money';
import type { Covers, InstrumentKind, Obligation } from './model';
import { attemptsOf, findLiveSlip, obligationsOf } from './store';

export type ReceiptLine = {
  readonly number: number;
  readonly cents: Cents;
  readonly method: 'card' | 'mail';
  readonly paidWith: Readonly<Record<string, string>>;
  readonly issuedAt: Date;
};

export type MailedInstrument = {
  readonly id: string;
  readonly kind: InstrumentKind;
  readonly serial: string | null;
  readonly cents: Cents;
  readonly receivedOn: Day;
  readonly outcome: 'accepted' | 'returned';
  readonly returnReason: string | null;
};

export type ApplicationView = {
  readonly application: ApplicationRecord;
  readonly answers: Answers;
  readonly signature: string | null;
  readonly certificate: CertificateFacts | undefined;
  readonly obligations: readonly Obligation[];
  readonly isConfirming: boolean;
  readonly lastRefusal: string | null;
  readonly slip: { readonly reference: string; readonly covers: Covers; readonly createdAt: Date } | null;
  readonly instruments: readonly MailedInstrument[];
  readonly receipts: readonly ReceiptLine[];
  readonly decision: { readonly outcome: 'approved' | 'denied'; readonly reason: string | null; readonly decidedAt: Date } | null;
  readonly requirements: readonly Requirement[];
  readonly ruleSet: RuleSet;
};

/** One application with its money, for its owner or for staff; anybody else's is not found. */
export async function findApplicationView(ctx: Ctx<Educator | Staff>, reference: string): Promise<ApplicationView | undefined> {
  return read(ctx.actor, async (tx) => {
    const application = await findApplication(tx, reference);
    if (!application || !canSee(ctx.actor, application)) return undefined;
    const { id, certificateId } = application;
    const submitted = await findSubmission(tx, id);
    const ruleSet = await loadRuleSet(tx);
    return {
      application,
      answers: submitted?.answers ?? (await answersOf(tx, id)),
      signature: submitted?.signature ?? null,
      certificate: certificateId ? await findCertificateById(tx, certificateId) : undefined,
      decision: (await findDecision(tx, id)) ?? null,
      ...(await moneyOf(tx, id)),
      requirements: (await requirementsOf(tx, id)).map((row) => asRequirement(row, ruleSet)),
      ruleSet,
    };
  });
}

type MoneyView = Pick<ApplicationView, 'obligations' | 'isConfirming' | 'lastRefusal' | 'slip' | 'instruments' | 'receipts'>;

async function moneyOf(tx: Tx, applicationId: string): Promise<MoneyView> {
  const attempts = await attemptsOf(tx, applicationId);
  const last = attempts.at(-1);
  return {
    obligations: await obligationsOf(tx, applicationId),
    isConfirming: attempts.some((one) => one.state === 'authorised' || one.state === 'capture_requested'),
    lastRefusal: last?.state === 'cancelled' ? last.refusal : null,
    slip: (await findLiveSlip(tx, applicationId)) ?? null,
    instruments: await instrumentsOf(tx, applicationId),
    receipts: await receiptsOf(tx, applicationId),
  };
}

async function instrumentsOf(tx: Tx, applicationId: string): Promise<MailedInstrument[]> {
  const rows = await tx
    .select()
    .from(instrument)
    .where(eq(instrument.applicationId, applicationId))
    .orderBy(desc(instrument.enteredAt));
  return rows.map(({ id, kind, serial, cents: amount, receivedOn, outcome, returnReason }) => ({
    id,
    kind,
    serial,
    cents: cents(amount),
    receivedOn: receivedOn as Day,
    outcome,
    returnReason,
  }));
}

async function receiptsOf(tx: Tx, applicationId: string): Promise<ReceiptLine[]> {
  const rows = await tx.select().from(receipt).where(eq(receipt.applicationId, applicationId)).orderBy(desc(receipt.number));
  return rows.map(({ number, cents: amount, method, paidWith, issuedAt }) => ({
    number,
    cents: cents(amount),
    method,
    paidWith,
    issuedAt,
  }));
}
