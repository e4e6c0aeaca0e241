import { transact } from '@/db/transact';
import { canDecide } from '@/lib/applications/policy';
import { askFor, findApplication, findDecision, refreshStatus } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { moneyFacts } from '@/lib/payments/steps';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { inForce } from '@/lib/rulebook/rules';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';

export type AskForPaperInput = { readonly reference: string; readonly paper: string; readonly about: string };
export type AskForPaperError = 'not_allowed' | 'not_found' | 'already_decided' | 'no_such_paper' | 'asked_already';

/** Adds an item to an application: a paper that the rules did not ask for, or a second one of a kind. */
export async function askForPaper(ctx: Ctx<Staff>, input: AskForPaperInput): Promise<Result<{ reference: string }, AskForPaperError>> {
  if (!canDecide(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application?.submittedAt) return err('not_found');
    if (application.closedAt || (await findDecision(tx, application.id))) return err('already_decided');
    const { paper, about } = input;
    const { papers } = await loadRuleSet(tx);
    if (!inForce(papers, dayInConnecticut(ctx.now)).some(({ key }) => key === paper)) return err('no_such_paper');
    const asked = { applicationId: application.id, paper, about, askedBy: ctx.actor.accountId };
    if ((await askFor(tx, [asked], ctx.now)) === 0) return err('asked_already');
    const status = await refreshStatus(tx, application, await moneyFacts(tx, application.id), ctx.now);
    await recordAudit(tx, ctx, { type: 'requirement_asked', subject: { kind: 'application', id: application.id }, details: { paper, status } });
    return ok({ reference: application.reference });
  });
}
