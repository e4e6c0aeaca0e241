import { randomUUID } from 'node:crypto';
import { nextReference } from '@/db/references';
import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { findMyRecord } from '@/lib/identity/queries';
import type { ApplicationKind } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { must, ok, type Result } from '@/lib/shared/result';
import { findEligible, type NotEligible } from './eligibility-steps';
import { stepsOf } from './questions-model';
import { findOpenApplication, insertApplication, saveAnswers } from './store';

export type StartInput = {
  readonly kind: ApplicationKind;
  readonly certificateNumber?: string | undefined;
  /** Told before login, under "What do I need?": the draft begins with it. */
  readonly schoolMonths?: string | undefined;
  readonly otherState?: string | undefined;
};
export type StartError = NotEligible;

/**
 * Starts an application, or goes on with the one already open for the same thing: however many clicks and tabs, there is
 * one draft. What may be started is decided by the same rules that the home page shows.
 */
export async function startApplication(
  ctx: Ctx<Educator>,
  input: StartInput,
): Promise<Result<{ reference: string }, StartError>> {
  const { accountId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    const ruleSet = await loadRuleSet(tx);
    const personId = (await findMyRecord(tx))?.personId ?? null;
    const { kind, certificateNumber: number } = input;
    const situation = { ruleSet, day: dayInConnecticut(ctx.now), openApplications: [] };
    const eligible = await findEligible(tx, { kind, personId, certificate: number ? { number } : null }, situation);
    if (!eligible.ok) return eligible;
    const { step, certificate } = eligible.value;
    const subject = { personId, certificateId: certificate?.id ?? null, endorsementCodes: [...(certificate?.endorsements ?? [])] };
    const thing = { accountId, kind, certificateId: subject.certificateId };
    const open = await findOpenApplication(tx, thing);
    if (open) return ok({ reference: open.reference });
    const id = randomUUID();
    const reference = await nextReference(tx, 'A');
    const draft = { id, reference, accountId, ...subject, kind, toTypeKey: step.toType, status: 'draft' };
    const times = { startedAt: ctx.now, updatedAt: ctx.now };
    const isFirst = await insertApplication(tx, { ...draft, ...times, ruleVersion: ruleSet.version });
    if (!isFirst) return ok({ reference: must(await findOpenApplication(tx, thing), 'the draft of the other tab').reference });
    await saveTold(tx, { id, kind, input }, ctx.now);
    const audited = { kind: 'application', id } as const;
    await recordAudit(tx, ctx, { type: 'application_started', subject: audited, details: { kind, reference } });
    return ok({ reference });
  });
}

type Begun = { readonly id: string; readonly kind: ApplicationKind; readonly input: StartInput };

/** One answer of a page is not the page: it is shown there, to be completed. */
async function saveTold(tx: Tx, { id, kind, input }: Begun, now: Date): Promise<void> {
  const { schoolMonths, otherState } = input;
  const told = { experience: { schoolMonths }, certificate: { otherState } };
  for (const [step, answers] of Object.entries(told)) {
    const isAsked = stepsOf(kind).some((one) => one === step);
    if (isAsked && Object.values(answers).some(Boolean)) await saveAnswers(tx, { applicationId: id, step, answers }, now);
  }
}
