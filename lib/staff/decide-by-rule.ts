import { transact, type Tx } from '@/db/transact';
import { findEligible } from '@/lib/applications/eligibility-steps';
import type { ApplicationRecord } from '@/lib/applications/model';
import { hasDisclosure } from '@/lib/applications/rules';
import { isDrawn, whyPersonDecides, type NeedsPerson, type RuleDecisionFacts } from '@/lib/applications/rule-decision-rules';
import { findDecision, findSubmission, insertDecision, isEverythingMet, lockApplicationById, noteTrace } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { moneyFacts } from '@/lib/payments/steps';
import { isApplicationKind, type RuleSet } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { settingOn } from '@/lib/rulebook/rules';
import type { Ctx, Worker } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, Invariant, ok, type Result } from '@/lib/shared/result';
import { clearBackground } from './background-steps';
import { issueApproved } from './issue-steps';
import { findLinkStrength } from './store';

export type DecidedByRule = { readonly decided: boolean; readonly because: readonly NeedsPerson[] };

/**
 * Settles the background check of a submitted application by the latest sweep, and where every rule passes decides and issues
 * at once; anything odd, and a share drawn for quality, is left to a person. The trace is kept either way.
 */
export async function decideByRule(
  ctx: Ctx<Worker>,
  input: { readonly applicationId: string },
): Promise<Result<DecidedByRule, 'not_allowed' | 'not_open'>> {
  if (ctx.actor.kind !== 'worker') return err('not_allowed');
  return transact(ctx.actor, async (tx): Promise<Result<DecidedByRule, 'not_open'>> => {
    const application = await lockApplicationById(tx, input.applicationId);
    const { id, submittedAt } = application ?? {};
    if (!application || !id || !submittedAt || application.closedAt || (await findDecision(tx, id))) return err('not_open');
    const ruleSet = await loadRuleSet(tx);
    await clearBackground(tx, { application, ruleSet }, ctx.now);
    const facts = await factsOf(tx, application, ruleSet);
    const because = whyPersonDecides(facts);
    const trace = { moment: 'decided', ruleVersion: ruleSet.version, facts: { ...facts }, answer: because } as const;
    await noteTrace(tx, { applicationId: id, ...trace }, ctx.now);
    const subject = { kind: 'application', id } as const;
    if (because.length > 0) return ok({ decided: false, because });
    await insertDecision(tx, { applicationId: id, outcome: 'approved', reason: null, decidedBy: null, decidedAt: ctx.now });
    const issued = await issueApproved(tx, application, ctx.now);
    // The rules have just said that nothing stands in its way: whatever they overlooked is a fault of ours.
    if (!issued.ok) throw new Invariant(`Decided by rule and not issued: ${issued.error}`);
    await recordAudit(tx, ctx, { type: 'application_decided_by_rule', subject, details: { certificate: issued.value } });
    return ok({ decided: true, because });
  });
}

async function factsOf(tx: Tx, application: ApplicationRecord, ruleSet: RuleSet): Promise<RuleDecisionFacts> {
  const { id, kind, personId, certificateId, accountId, submittedAt } = application;
  if (!isApplicationKind(kind) || !submittedAt) throw new Invariant('An application has an unknown kind or no day');
  const day = dayInConnecticut(submittedAt);
  const certificate = certificateId ? { id: certificateId } : null;
  const eligible = await findEligible(tx, { kind, personId, certificate }, { ruleSet, day, openApplications: [] });
  return {
    kind,
    link: await findLinkStrength(tx, { accountId, personId }),
    hasDisclosure: hasDisclosure((await findSubmission(tx, id))?.answers ?? {}),
    step: eligible.ok ? eligible.value.step : undefined,
    isEverythingMet: await isEverythingMet(tx, id),
    owesNothing: (await moneyFacts(tx, id)).owedNow === 0,
    isDrawnForQuality: isDrawn(id, settingOn(ruleSet, 'quality_review_share', day)?.value ?? 100),
  };
}
