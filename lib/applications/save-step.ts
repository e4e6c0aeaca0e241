import { transact, type Tx } from '@/db/transact';
import { howAdded, type NotAdded } from '@/lib/certificates/addition-rules';
import { findCertificateById } from '@/lib/certificates/steps';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { endorsementsOffered } from '@/lib/rulebook/rules';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, must, ok, type Result } from '@/lib/shared/result';
import type { AnsweredStep } from './answers-model';
import type { ApplicationRecord } from './model';
import { stepsOf } from './questions-model';
import { canAnswer } from './policy';
import { findApplication, saveAnswers, saveApplication } from './store';

export type SaveStepInput = {
  readonly reference: string;
  readonly step: AnsweredStep;
  readonly answers: Record<string, unknown>;
};

export type SaveStepError = 'not_found' | 'already_submitted' | NotAdded;

/** Saves one page of a draft. Saved answers survive signing out, and are frozen only by submitting. */
export async function saveStep(ctx: Ctx<Educator>, input: SaveStepInput): Promise<Result<{ kind: string }, SaveStepError>> {
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application || !stepsOf(application.kind).includes(input.step)) return err('not_found');
    if (!canAnswer(ctx.actor, application)) return err(application.submittedAt ? 'already_submitted' : 'not_found');
    const refusal = await whyNotChosen(tx, { application, step: input.step, code: input.answers.endorsement }, ctx.now);
    if (refusal) return err(refusal);
    await saveAnswers(tx, { applicationId: application.id, step: input.step, answers: input.answers }, ctx.now);
    await saveApplication(tx, application.id, { updatedAt: ctx.now });
    return ok({ kind: application.kind });
  });
}

type Choice = { readonly application: ApplicationRecord; readonly step: AnsweredStep; readonly code: unknown };

async function whyNotChosen(tx: Tx, { application, step, code }: Choice, now: Date): Promise<NotAdded | undefined> {
  if (step !== 'certificate' && step !== 'endorsement') return undefined;
  const ruleSet = await loadRuleSet(tx);
  if (typeof code !== 'string' || !endorsementsOffered(ruleSet).some((one) => one.code === code)) return 'endorsement_not_offered';
  if (step === 'certificate') return undefined;
  const certificate = must(await findCertificateById(tx, application.certificateId ?? ''), 'the certificate to add to');
  const added = howAdded(certificate, code, { ruleSet, day: dayInConnecticut(now) });
  return added.ok ? undefined : added.error;
}
