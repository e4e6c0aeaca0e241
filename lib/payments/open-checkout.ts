import { randomUUID } from 'node:crypto';
import { transact } from '@/db/transact';
import { findApplication } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { enqueue } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import { sumCents } from '@/lib/shared/money';
import { err, ok, type Result } from '@/lib/shared/result';
import { openCheckoutPage } from './open-checkout-page';
import type { PayInput } from './model';
import { canPay } from './policy';
import { checkoutMinutes, payable } from './rules';
import { attemptsOf, endSlip, findLiveSlip, insertAttempt, obligationsOf } from './store';

export type OpenCheckoutError = 'not_found' | 'nothing_due' | 'being_confirmed' | 'gateway_unavailable';

/** A page that is about to time out is not handed out again. */
const reuseUntilMinutes = 5;

/**
 * Starts paying by card and returns the address of the hosted page. Two tabs get the same page; a payment that is being
 * confirmed refuses another. Everything that will be sent is stored first, and the call is made with no transaction open.
 */
export async function openCheckout(ctx: Ctx<Educator>, input: PayInput): Promise<Result<{ url: string }, OpenCheckoutError>> {
  const attempt = await findOrStart(ctx, input);
  if (!attempt.ok) return attempt;
  const opened = await openCheckoutPage(ctx, attempt.value.attemptId);
  if (opened.ok) return opened;
  if (opened.error !== 'too_late') return err(opened.error);
  // What an earlier go left without a page has just ended: this one starts afresh.
  const fresh = await findOrStart(ctx, input);
  if (!fresh.ok) return fresh;
  const reopened = await openCheckoutPage(ctx, fresh.value.attemptId);
  if (reopened.ok) return reopened;
  return err(reopened.error === 'too_late' ? 'gateway_unavailable' : reopened.error);
}

function findOrStart(ctx: Ctx<Educator>, input: PayInput): Promise<Result<{ attemptId: string }, OpenCheckoutError>> {
  return transact<{ attemptId: string }, OpenCheckoutError>(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application || !canPay(ctx.actor, application)) return err('not_found');
    const shares = payable(await obligationsOf(tx, application.id), input.covers);
    if (shares.length === 0) return err('nothing_due');
    const total = sumCents(shares.map((share) => share.cents));
    const attempts = await attemptsOf(tx, application.id);
    if (attempts.some((one) => one.state === 'authorised' || one.state === 'capture_requested')) return err('being_confirmed');
    const openUntil = new Date(ctx.now.getTime() + reuseUntilMinutes * 60_000);
    const live = attempts.filter((one) => one.state === 'session_open' || one.state === 'created');
    const same = live.find((one) => one.cents === total && one.expiresAt > openUntil);
    if (same) return ok({ attemptId: same.id });
    for (const stale of live) await expireLater(tx, stale.id, ctx.now);
    const slip = await findLiveSlip(tx, application.id);
    if (slip) await endSlip(tx, slip.id, ctx.now);
    const id = randomUUID();
    const expiresAt = new Date(ctx.now.getTime() + checkoutMinutes * 60_000);
    const owner = { accountId: ctx.actor.accountId, applicationId: application.id };
    const times = { expiresAt, createdAt: ctx.now, updatedAt: ctx.now };
    await insertAttempt(tx, { id, ...owner, state: 'created', cents: total, ...times }, shares);
    const details = { attemptId: id, cents: total };
    await recordAudit(tx, ctx, { type: 'checkout_opened', subject: { kind: 'application', id: application.id }, details });
    return ok({ attemptId: id });
  });
}

async function expireLater(tx: Parameters<typeof enqueue>[0], attemptId: string, now: Date): Promise<void> {
  const dedupeKey = `expire_checkout:${attemptId}`;
  await enqueue(tx, { kind: 'expire_checkout', payload: { attemptId }, dedupeKey, at: now, now });
}
