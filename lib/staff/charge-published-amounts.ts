import { and, asc, eq, inArray, isNotNull, isNull, notExists } from 'drizzle-orm';
import { application } from '@/db/schema/applications';
import { obligation } from '@/db/schema/payments';
import { transact, type Tx } from '@/db/transact';
import { findDecision, lockApplicationById, refreshStatus } from '@/lib/applications/steps';
import type { ApplicationRecord } from '@/lib/applications/model';
import { recordAudit } from '@/lib/audit/record-audit';
import type { QuoteLine } from '@/lib/fees/model';
import { owedSince } from '@/lib/fees/rules';
import { stageMessage } from '@/lib/mail/steps';
import { fallDue, freezeObligations, moneyFacts } from '@/lib/payments/steps';
import { isApplicationKind } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx, Worker } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { countObligations } from './store';

/**
 * Charges the applications that were submitted while no source stated their amount, from the day on which a published one is
 * in force (design.md §10). Each in a transaction of its own and once. Returns how many.
 */
export async function chargePublishedAmounts(ctx: Ctx<Worker>): Promise<Result<number, 'not_allowed'>> {
  if (ctx.actor.kind !== 'worker') return err('not_allowed');
  const found = await transact(ctx.actor, async (tx) => ok(await findUncharged(tx)));
  let charged = 0;
  for (const id of found.ok ? found.value : []) {
    const done = await transact(ctx.actor, (tx) => charge(tx, ctx, id));
    if (done.ok) charged += 1;
  }
  return ok(charged);
}

/** Of the kinds that once had no amount: the oldest first. */
async function findUncharged(tx: Tx): Promise<string[]> {
  const { fees, kindFees } = await loadRuleSet(tx);
  const unpriced = new Set(fees.filter(({ totalCents }) => totalCents === null).map(({ code }) => code));
  const kinds = [...new Set(kindFees.filter((row) => unpriced.has(row.feeCode)).map((row): string => row.kind))];
  const owed = tx.select({ id: obligation.id }).from(obligation).where(eq(obligation.applicationId, application.id));
  const open = and(isNull(application.closedAt), isNotNull(application.submittedAt), inArray(application.kind, kinds), notExists(owed));
  const rows = await tx.select({ id: application.id }).from(application).where(open).orderBy(asc(application.submittedAt));
  return rows.map(({ id }) => id);
}

async function charge(tx: Tx, ctx: Ctx<Worker>, id: string): Promise<Result<void, 'nothing_to_charge'>> {
  const one = await lockApplicationById(tx, id);
  if (!one || one.closedAt || (await countObligations(tx, id)) > 0) return err('nothing_to_charge');
  const lines = await linesOf(tx, one, ctx.now);
  if (lines.length === 0) return err('nothing_to_charge');
  await freezeObligations(tx, { applicationId: id, accountId: one.accountId }, lines, ctx.now);
  if ((await findDecision(tx, id))?.outcome === 'approved') await fallDue(tx, id, ctx.now);
  const status = await refreshStatus(tx, one, await moneyFacts(tx, id), ctx.now);
  const message = { kind: 'amount_told', dedupeKey: `amount_told:${id}`, to: { accountId: one.accountId }, payload: { applicationId: id } };
  await stageMessage(tx, message, ctx.now);
  const details = { reference: one.reference, status, owed: lines.map((line) => `${line.code}:${line.cents}`) };
  await recordAudit(tx, ctx, { type: 'application_charged', subject: { kind: 'application', id }, details });
  return ok();
}

async function linesOf(tx: Tx, { kind, submittedAt, endorsementCodes }: ApplicationRecord, now: Date): Promise<readonly QuoteLine[]> {
  if (!isApplicationKind(kind) || !submittedAt) return [];
  const asked = { kind, day: dayInConnecticut(submittedAt), endorsements: endorsementCodes };
  const quoted = owedSince({ ...asked, ruleSet: await loadRuleSet(tx) }, dayInConnecticut(now));
  return quoted.ok ? quoted.value.lines : [];
}
