import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { application, reminder } from '@/db/schema/applications';
import { certificate } from '@/db/schema/certificates';
import { claim } from '@/db/schema/identity';
import { transact, type Tx } from '@/db/transact';
import { certificatesOfPeople } from '@/lib/certificates/steps';
import { inSuccession } from '@/lib/certificates/validity';
import { stageMessage } from '@/lib/mail/steps';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx, Worker } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { reminderDue, type ReminderStage } from './reminder-rules';

const peopleAtOnce = 200;

export type RemindersStaged = { readonly messages: number; readonly next: string | undefined };

/**
 * Reminds the next few people whose certificates are about to end, each of all of theirs in one message and of each stage once.
 * Nobody is reminded who has applied, or who wants no reminders. `after`: the person with whom the last call ended.
 */
export async function stageReminders(ctx: Ctx<Worker>, after?: string): Promise<Result<RemindersStaged, 'not_allowed'>> {
  if (ctx.actor.kind !== 'worker') return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const holders = await holdersAfter(tx, after);
    const due = await dueFor(tx, holders.map(({ personId }) => personId), ctx.now);
    let messages = 0;
    for (const { accountId, personId } of holders) {
      const news = await noteReminders(tx, due.get(personId) ?? [], ctx.now);
      if (news.length === 0) continue;
      const certificateIds = news.toSorted().join(',');
      const message = { kind: 'renewal_reminder', dedupeKey: `renewal_reminder:${accountId}:${ctx.now.toISOString()}` };
      await stageMessage(tx, { ...message, to: { accountId }, payload: { certificateIds } }, ctx.now);
      messages += 1;
    }
    return ok({ messages, next: holders.length < peopleAtOnce ? undefined : holders.at(-1)?.personId });
  });
}

async function holdersAfter(tx: Tx, after: string | undefined): Promise<{ personId: string; accountId: string }[]> {
  return tx
    .select({ personId: claim.personId, accountId: claim.accountId })
    .from(claim)
    .innerJoin(account, eq(account.id, claim.accountId))
    .where(and(isNull(claim.endedAt), isNull(account.closedAt), isNull(account.remindersStoppedAt), after ? gt(claim.personId, after) : undefined))
    .orderBy(asc(claim.personId))
    .limit(peopleAtOnce);
}

type Due = { readonly certificateId: string; readonly stage: ReminderStage };

async function dueFor(tx: Tx, people: readonly string[], now: Date): Promise<Map<string, Due[]>> {
  const asked = { ruleSet: await loadRuleSet(tx), day: dayInConnecticut(now) };
  const applied = await appliedFor(tx, people);
  const due = new Map<string, Due[]>();
  for (const [personId, held] of await certificatesOfPeople(tx, people)) {
    const stages = inSuccession(held).flatMap((one) => {
      const stage = applied.has(one.id) ? undefined : reminderDue(one, asked);
      return stage ? [{ certificateId: one.id, stage }] : [];
    });
    if (stages.length > 0) due.set(personId, stages);
  }
  return due;
}

async function appliedFor(tx: Tx, people: readonly string[]): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const rows = await tx
    .select({ certificateId: application.certificateId })
    .from(application)
    .innerJoin(certificate, eq(certificate.id, application.certificateId))
    .where(and(inArray(certificate.personId, [...people]), isNotNull(application.submittedAt), isNull(application.closedAt), sql`${application.kind} <> 'duplicate'`));
  return new Set(rows.flatMap((row) => row.certificateId ?? []));
}

/** Writes down those not reminded of before, and returns their certificates: whoever writes it first sends it. */
async function noteReminders(tx: Tx, due: readonly Due[], now: Date): Promise<string[]> {
  if (due.length === 0) return [];
  const rows = await tx
    .insert(reminder)
    .values(due.map((one) => ({ ...one, sentAt: now })))
    .onConflictDoNothing()
    .returning({ certificateId: reminder.certificateId });
  return rows.map(({ certificateId }) => certificateId);
}
