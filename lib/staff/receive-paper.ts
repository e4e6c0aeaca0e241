import { transact } from '@/db/transact';
import { findApplication, lockRequirement, refreshStatus, saveRequirement } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { moneyFacts } from '@/lib/payments/steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { canReceivePapers } from './policy';
import type { paperWays } from './requirement-model';

export type ReceivePaperInput = {
  readonly reference: string;
  readonly requirement: string;
  readonly receivedOn: Day;
  readonly how: (typeof paperWays)[number];
};
export type ReceivePaperError = 'not_allowed' | 'not_found' | 'closed' | 'received_in_future';

/** Writes down that a paper arrived by mail or email, dated by its stamp: an item refused before waits for another look. */
export async function receivePaper(
  ctx: Ctx<Staff>,
  input: ReceivePaperInput,
): Promise<Result<{ reference: string }, ReceivePaperError>> {
  if (!canReceivePapers(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    const row = application?.submittedAt ? await lockRequirement(tx, application.id, input.requirement) : undefined;
    if (!application || !row) return err('not_found');
    if (application.closedAt) return err('closed');
    const { receivedOn, how } = input;
    if (receivedOn > dayInConnecticut(ctx.now)) return err('received_in_future');
    await saveRequirement(tx, row.id, { receivedAt: ctx.now, receivedOn, receivedHow: how });
    const status = await refreshStatus(tx, application, await moneyFacts(tx, application.id), ctx.now);
    const details = { paper: row.paper, how, receivedOn, status };
    await recordAudit(tx, ctx, { type: 'requirement_received', subject: { kind: 'application', id: application.id }, details });
    return ok({ reference: application.reference });
  });
}
