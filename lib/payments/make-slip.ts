import { nextReference } from '@/db/references';
import { transact } from '@/db/transact';
import { findApplication } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import type { PayInput } from './model';
import { canPay } from './policy';
import { payable } from './rules';
import { endSlip, findLiveSlip, insertSlip, obligationsOf } from './store';

export type MakeSlipError = 'not_found' | 'nothing_due';

/** "Pay later": the slip that goes into the envelope. Asked again for the same sums, it is the same slip. */
export async function makeSlip(
  ctx: Ctx<Educator>,
  input: PayInput,
): Promise<Result<{ applicationReference: string }, MakeSlipError>> {
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application || !canPay(ctx.actor, application)) return err('not_found');
    if (payable(await obligationsOf(tx, application.id), input.covers).length === 0) return err('nothing_due');
    const live = await findLiveSlip(tx, application.id);
    if (live?.covers === input.covers) return ok({ applicationReference: application.reference });
    if (live) await endSlip(tx, live.id, ctx.now);
    const slip = await insertSlip(tx, {
      reference: await nextReference(tx, 'R'),
      accountId: ctx.actor.accountId,
      applicationId: application.id,
      covers: input.covers,
      createdAt: ctx.now,
    });
    const subject = { kind: 'application', id: application.id } as const;
    await recordAudit(tx, ctx, { type: 'remittance_slip_made', subject, details: { slip: slip.reference, covers: input.covers } });
    return ok({ applicationReference: application.reference });
  });
}
