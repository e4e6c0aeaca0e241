import { transact } from '@/db/transact';
import { findApplication } from '@/lib/applications/steps';
import { findMaskedSsn } from '@/lib/identity/candidate-queries';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import type { OpenedFor, OpeningReason } from './model';
import { canOpenPerson, canReview } from './policy';
import { isInHand, openingReason } from './rules';
import { noteOpening, openReasons } from './steps';

export type OpenApplicationInput = { readonly reference: string; readonly openedFor?: OpenedFor };
export type OpenApplicationError = 'not_allowed' | 'not_found' | 'reason_missing';
export type OpenedApplication = {
  readonly reason: OpeningReason;
  /** "•••-••-6789", for those who review; null where none is on file. */
  readonly maskedSsn: string | null;
};

/** Opens an application, and with it the record of whoever filed it. Drafts are the educator's own and stay closed. */
export async function openApplication(
  ctx: Ctx<Staff>,
  input: OpenApplicationInput,
): Promise<Result<OpenedApplication, OpenApplicationError>> {
  if (!canOpenPerson(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference);
    if (!application?.submittedAt) return err('not_found');
    const { id, personId, reference } = application;
    const subject = personId ? ({ kind: 'person', id: personId } as const) : ({ kind: 'application', id } as const);
    const [recent] = await openReasons(tx, ctx, subject);
    const isTheirs = canReview(ctx.actor) && isInHand(application, dayInConnecticut(ctx.now));
    const reason = openingReason(input.openedFor, { isInHand: isTheirs, recent });
    if (!reason) return err('reason_missing');
    const maskedSsn = personId && canReview(ctx.actor) ? await findMaskedSsn(tx, personId) : null;
    await noteOpening(tx, ctx, { subjects: [subject], reason, purpose: `application ${reference}` });
    return ok({ reason, maskedSsn });
  });
}
