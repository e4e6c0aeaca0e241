import { transact } from '@/db/transact';
import { formatReference } from '@/lib/shared/references';
import { appOrigin } from '@/lib/env';
import type { Actor, Ctx, Educator, Worker } from '@/lib/shared/context';
import { must, err, ok, type Result } from '@/lib/shared/result';
import { lockApplicationById } from '@/lib/applications/steps';
import { createCheckout, GatewayRefused, GatewayUnavailable, type CheckoutRequest } from './gateway';
import { canOpenPage } from './policy';
import { leastCheckoutMinutes } from './rules';
import { findAttempt, obligationsOf, saveAttempt, sharesOfAttempt } from './store';
import { obligationNames } from './wording-rules';

export type OpenPageError = 'not_found' | 'gateway_unavailable' | 'too_late';

/**
 * Opens the hosted page of an attempt, or finds the one it has. The same attempt always sends the same request under the
 * same key, so that a lost answer is asked for again and never makes a second page. Refused because its time is nearly
 * over, the attempt ends: nothing was ever made under its key.
 */
export async function openCheckoutPage(ctx: Ctx<Educator | Worker>, attemptId: string): Promise<Result<{ url: string }, OpenPageError>> {
  const prepared = await prepare(ctx.actor, attemptId);
  if (!prepared.ok) return prepared;
  if ('url' in prepared.value) return ok(prepared.value);
  try {
    const session = await createCheckout(prepared.value.request);
    const url = must(session.url, 'the address of an open checkout page');
    await transact(ctx.actor, async (tx) => {
      const attempt = await findAttempt(tx, attemptId, 'lock');
      if (attempt?.state !== 'created') return ok();
      const opened = { state: 'session_open', checkoutSessionId: session.id, checkoutUrl: url } as const;
      await saveAttempt(tx, attemptId, { ...opened, paymentIntentId: session.intentId ?? null }, ctx.now);
      return ok();
    });
    return ok({ url });
  } catch (thrown) {
    if (thrown instanceof GatewayUnavailable) return err('gateway_unavailable');
    if (!(thrown instanceof GatewayRefused) || !isTooLate(prepared.value.request, ctx.now)) throw thrown;
    await endUnopened(ctx, attemptId);
    return err('too_late');
  }
}

function isTooLate({ expiresAt }: CheckoutRequest, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() < leastCheckoutMinutes * 60_000;
}

async function endUnopened(ctx: Ctx<Educator | Worker>, attemptId: string): Promise<void> {
  await transact(ctx.actor, async (tx) => {
    const attempt = await findAttempt(tx, attemptId, 'lock');
    if (attempt?.state === 'created') await saveAttempt(tx, attemptId, { state: 'expired', refusal: 'session_expired' }, ctx.now);
    return ok();
  });
}

type Prepared = { readonly url: string } | { readonly request: CheckoutRequest };

async function prepare(actor: Actor, attemptId: string): Promise<Result<Prepared, 'not_found'>> {
  return transact<Prepared, 'not_found'>(actor, async (tx) => {
    const attempt = await findAttempt(tx, attemptId);
    const application = attempt && (await lockApplicationById(tx, attempt.applicationId));
    if (!attempt || !application || !canOpenPage(actor, application)) return err('not_found');
    if (attempt.checkoutUrl) return ok({ url: attempt.checkoutUrl });
    const obligations = await obligationsOf(tx, application.id);
    const lines = (await sharesOfAttempt(tx, attemptId)).map((share) => ({
      name: `${obligationNames(obligations.find((one) => one.id === share.obligationId)?.code)}, application ${formatReference(application.reference)}`,
      cents: share.cents,
    }));
    const page = `${appOrigin()}/applications/${application.reference}`;
    const { expiresAt } = attempt;
    const request = { attemptId, lines, expiresAt, successUrl: `${page}/payment`, cancelUrl: `${page}/pay` };
    return ok({ request });
  });
}
