import { transact, type Tx } from '@/db/transact';
import { signInput, type Answers } from '@/lib/applications/answers-model';
import { affirmationVersion } from '@/lib/applications/questions-model';
import type { ApplicationRecord, ApplicationStatus } from '@/lib/applications/model';
import { canAnswer } from '@/lib/applications/policy';
import { papersNeeded } from '@/lib/applications/requirement-rules';
import { endorsementsApplied, firstUnansweredStep, paperAnswers, signsAs } from '@/lib/applications/rules';
import { conditionsFor, findEligible } from '@/lib/applications/eligibility-steps';
import { answersOf, askFor, findApplication, insertSubmission, refreshStatus, saveApplication } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import type { QuoteLine } from '@/lib/fees/model';
import { quote } from '@/lib/fees/rules';
import { findMyRecord } from '@/lib/identity/queries';
import { enqueue, stageMessage } from '@/lib/mail/steps';
import { isApplicationKind, type Paper } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { freezeObligations, moneyFacts } from './steps';

export type SubmitError = 'not_found' | 'already_submitted' | 'unanswered' | 'signature_differs' | 'not_open' | 'no_fee_in_force';
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
    const ready = await findReady(tx, ctx, input.reference);
    if (!ready.ok) return ready;
    const { application, answers, signature, personId, asked, owed, papers } = ready.value;
    const { id, reference } = application;
    await freezeObligations(tx, { applicationId: id, accountId }, owed, ctx.now);
    await askFor(tx, papers.map(({ key }) => ({ applicationId: id, paper: key, about: '' })), ctx.now);
    await insertSubmission(tx, { applicationId: id, answers, affirmationVersion, signature, submittedAt: ctx.now });
    const decidedUnder = { ruleVersion: asked.ruleSet.version, endorsementCodes: [...asked.endorsements] };
    await saveApplication(tx, id, { ...decidedUnder, personId });
    const status = await refreshStatus(tx, application, { ...(await moneyFacts(tx, id)), submittedAt: ctx.now }, ctx.now);
    const message = { kind: 'application_received', dedupeKey: `application_received:${id}` };
    await stageMessage(tx, { ...message, to: { accountId }, payload: { applicationId: id } }, ctx.now);
    const job = { kind: 'decide_by_rule', dedupeKey: `decide_by_rule:${id}`, payload: { applicationId: id } };
    await enqueue(tx, { ...job, at: ctx.now, now: ctx.now });
    const what = { owed: owed.map((line) => `${line.code}:${line.cents}`), papers: papers.map(({ key }) => key) };
    const details = { kind: asked.kind, reference, status, ...what };
    await recordAudit(tx, ctx, { type: 'application_submitted', subject: { kind: 'application', id }, details });
    return ok({ reference, status });
  });
}

type Asked = Parameters<typeof quote>[0] & { readonly endorsements: readonly string[] };
type Ready = {
  readonly application: ApplicationRecord;
  readonly answers: Answers;
  readonly signature: string;
  readonly personId: string | null;
  readonly asked: Asked;
  readonly owed: readonly QuoteLine[];
  readonly papers: readonly Paper[];
};

/** The draft, locked, with all that its submission needs: answered, signed, and open by the rules of today. */
async function findReady(tx: Tx, ctx: Ctx<Educator>, reference: string): Promise<Result<Ready, SubmitError>> {
  const application = await findApplication(tx, reference, 'lock');
  if (!application) return err('not_found');
  if (!canAnswer(ctx.actor, application)) return err(application.submittedAt ? 'already_submitted' : 'not_found');
  const answers = await answersOf(tx, application.id);
  if (firstUnansweredStep(application.kind, answers) !== 'review') return err('unanswered');
  const { signature } = signInput.parse(answers.sign);
  const record = await findMyRecord(tx);
  if (record && !signsAs(signature, record)) return err('signature_differs');
  const personId = record?.personId ?? null;
  const asked = { ...kindAndDay(application, ctx.now), ruleSet: await loadRuleSet(tx), endorsements: endorsementsApplied(application.endorsementCodes, answers) };
  const needed = await whatIsNeeded(tx, { application, answers, personId }, asked);
  return needed.ok ? ok({ application, answers, signature, personId, asked, ...needed.value }) : needed;
}

function kindAndDay({ kind }: ApplicationRecord, now: Date): Pick<Asked, 'kind' | 'day'> {
  if (!isApplicationKind(kind)) throw new Error('An application has an unknown kind');
  return { kind, day: dayInConnecticut(now) };
}

type Draft = Pick<Ready, 'application' | 'answers' | 'personId'>;

async function whatIsNeeded(
  tx: Tx,
  { application, answers, personId }: Draft,
  asked: Asked,
): Promise<Result<Pick<Ready, 'owed' | 'papers'>, 'not_open' | 'no_fee_in_force'>> {
  const { kind, day, ruleSet } = asked;
  const { certificateId } = application;
  const subject = { kind, personId, certificate: certificateId ? { id: certificateId } : null };
  const situation = { ruleSet, day, openApplications: [] };
  const eligible = await findEligible(tx, subject, situation);
  if (!eligible.ok) return err('not_open');
  const conditions = conditionsFor(eligible.value, asked.endorsements, situation);
  if (!conditions.ok) return conditions;
  const owed = owedFor(asked);
  if (!owed.ok) return owed;
  const papers = papersNeeded(ruleSet, day, { kind, conditions: conditions.value, ...paperAnswers(answers) });
  return ok({ owed: owed.value, papers });
}

// A kind whose amount no source states can be submitted; the Bureau tells the amount later.
function owedFor(asked: Asked): Result<readonly QuoteLine[], 'no_fee_in_force'> {
  const quoted = quote(asked);
  if (quoted.ok) return ok(quoted.value.lines);
  return quoted.error === 'no_fee_in_force' ? err('no_fee_in_force') : ok([]);
}
