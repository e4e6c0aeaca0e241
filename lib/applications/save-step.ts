import { transact, type Tx } from '@/db/transact';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { endorsementsOffered } from '@/lib/rulebook/rules';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import type { AnsweredStep } from './answers-model';
import { stepsOf } from './questions-model';
import { canAnswer } from './policy';
import { findApplication, saveAnswers, saveApplication } from './store';

export type SaveStepInput = {
  readonly reference: string;
  readonly step: AnsweredStep;
  readonly answers: Record<string, unknown>;
};

export type SaveStepError = 'not_found' | 'already_submitted' | 'endorsement_not_offered';

/** Saves one page of a draft. Saved answers survive signing out, and are frozen only by submitting. */
export async function saveStep(ctx: Ctx<Educator>, input: SaveStepInput): Promise<Result<{ kind: string }, SaveStepError>> {
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application || !stepsOf(application.kind).includes(input.step)) return err('not_found');
    if (!canAnswer(ctx.actor, application)) return err(application.submittedAt ? 'already_submitted' : 'not_found');
    if (input.step === 'certificate' && !(await isOffered(tx, input.answers.endorsement))) return err('endorsement_not_offered');
    await saveAnswers(tx, { applicationId: application.id, step: input.step, answers: input.answers }, ctx.now);
    await saveApplication(tx, application.id, { updatedAt: ctx.now });
    return ok({ kind: application.kind });
  });
}

async function isOffered(tx: Tx, code: unknown): Promise<boolean> {
  return endorsementsOffered(await loadRuleSet(tx)).some((one) => one.code === code);
}
