import { transact } from '@/db/transact';
import { signInput } from '@/lib/applications/answers-model';
import { affirmationVersion } from '@/lib/applications/questions-model';
import type { ApplicationStatus } from '@/lib/applications/model';
import { canAnswer } from '@/lib/applications/policy';
import { endorsementsApplied, firstUnansweredStep, signsAs } from '@/lib/applications/rules';
import { answersOf, findApplication, insertSubmission, refreshStatus, saveApplication } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import type { QuoteLine } from '@/lib/fees/model';
import { quote } from '@/lib/fees/rules';
import { findMyRecord } from '@/lib/identity/queries';
import { stageMessage } from '@/lib/mail/steps';
import { isApplicationKind } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { freezeObligations, moneyFacts } from './steps';

export type SubmitError = 'not_found' | 'already_submitted' | 'unanswered' | 'signature_differs' | 'no_fee_in_force';
export type Submitted = { readonly reference: string; readonly status: ApplicationStatus };

/**
 * Submits a draft: freezes the answers, the signature and what is owed by the rules of today. Ten clicks submit once. A kind
 * without a sourced amount is submitted all the same, and nothing is owed until the Bureau publishes one (design.md §10).
 */
export async function submitApplication(
  ctx: Ctx<Educator>,
  input: { readonly reference: string },
): Promise<Result<Submitted, SubmitError>> {
  const { accountId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application) return err('not_found');
    if (!canAnswer(ctx.actor, application)) return err(application.submittedAt ? 'already_submitted' : 'not_found');
    const answers = await answersOf(tx, application.id);
    if (firstUnansweredStep(application.kind, answers) !== 'review') return err('unanswered');
    const { signature } = signInput.parse(answers.sign);
    const record = await findMyRecord(tx);
    if (record && !signsAs(signature, record)) return err('signature_differs');
    const { kind } = application;
    if (!isApplicationKind(kind)) throw new Error('An application has an unknown kind');
    const ruleSet = await loadRuleSet(tx);
    const endorsements = endorsementsApplied(application.endorsementCodes, answers);
    const quoted = owedFor({ kind, day: dayInConnecticut(ctx.now), ruleSet, endorsements });
    if (!quoted.ok) return quoted;
    const owed = quoted.value;
    await freezeObligations(tx, { applicationId: application.id, accountId }, owed, ctx.now);
    const frozen = { applicationId: application.id, answers, affirmationVersion, signature, submittedAt: ctx.now };
    await insertSubmission(tx, frozen);
    const decidedUnder = { ruleVersion: ruleSet.version, endorsementCodes: [...endorsements] };
    await saveApplication(tx, application.id, { ...decidedUnder, personId: record?.personId ?? null });
    const status = await refreshStatus(tx, application, { ...(await moneyFacts(tx, application.id)), submittedAt: ctx.now }, ctx.now);
    const message = { kind: 'application_received', dedupeKey: `application_received:${application.id}` };
    await stageMessage(tx, { ...message, to: { accountId }, payload: { applicationId: application.id } }, ctx.now);
    const details = { kind, reference: application.reference, status, owed: owed.map((line) => `${line.code}:${line.cents}`) };
    await recordAudit(tx, ctx, { type: 'application_submitted', subject: { kind: 'application', id: application.id }, details });
    return ok({ reference: application.reference, status });
  });
}

// A kind whose amount no source states can be submitted; the Bureau tells the amount later.
function owedFor(asked: Parameters<typeof quote>[0]): Result<readonly QuoteLine[], 'no_fee_in_force'> {
  const quoted = quote(asked);
  if (quoted.ok) return ok(quoted.value.lines);
  return quoted.error === 'no_fee_in_force' ? err('no_fee_in_force') : ok([]);
}
