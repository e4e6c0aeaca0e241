import { transact } from '@/db/transact';
import { lockApplicationById, refreshStatus } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Worker } from '@/lib/shared/context';
import { cents, noMoney } from '@/lib/shared/money';
import { err, ok, type Result } from '@/lib/shared/result';
import { captureIntent, cancelIntent, findCheckout, findIntent, GatewayRefused, type CheckoutSession, type Intent } from './gateway';
import type { Obligation } from './model';
import { decideCapture, type Share } from './rules';
import { moneyFacts } from './steps';
import { findAttempt, obligationsOf, saveAttempt, sharesOfAttempt, type AttemptRow } from './store';
import { recordCancel } from './record-cancel';
import { recordCapture } from './record-capture';

/**
 * Brings one attempt forward to whatever the gateway says is true now; harmless to repeat, so webhooks may come ten times
 * or never. Re-reads with no transaction open, decides under lock, commits the intention, calls, commits the outcome
 * (design.md §6).
 */
export async function settleAttempt(ctx: Ctx<Worker>, attemptId: string): Promise<void> {
  const attempt = await look(ctx, attemptId);
  if (!attempt || isSettled(attempt)) return;
  const { session, intent } = await lookAtGateway(attempt);
  // Nothing is called expired before the gateway said so; a card declined on the page leaves an intent that is over with it.
  if (session?.status === 'expired' && (!intent || intent.status === 'canceled')) return expire(ctx, attemptId);
  if (!intent) return;
  const next = await decide(ctx, attemptId, intent);
  if (next === 'capture') await capture(ctx, attemptId, intent);
  if (next === 'cancel') await cancel(ctx, attemptId, intent.id);
}

function isSettled({ state }: AttemptRow): boolean {
  return state === 'captured' || state === 'cancelled';
}

type AtGateway = { readonly session?: CheckoutSession | undefined; readonly intent?: Intent | undefined };

async function lookAtGateway({ paymentIntentId, checkoutSessionId }: AttemptRow): Promise<AtGateway> {
  if (paymentIntentId) return { intent: await findIntent(paymentIntentId) };
  const session = checkoutSessionId ? await findCheckout(checkoutSessionId) : undefined;
  return { session, intent: session?.intentId ? await findIntent(session.intentId) : undefined };
}

async function look(ctx: Ctx<Worker>, attemptId: string): Promise<AttemptRow | undefined> {
  const found = await transact(ctx.actor, async (tx) => ok(await findAttempt(tx, attemptId)));
  return found.ok ? found.value : undefined;
}

async function expire(ctx: Ctx<Worker>, attemptId: string): Promise<void> {
  await transact(ctx.actor, async (tx) => {
    const locked = await findAttempt(tx, attemptId, 'lock');
    if (locked?.state === 'session_open') await saveAttempt(tx, attemptId, { state: 'expired', refusal: 'session_expired' }, ctx.now);
    return ok();
  });
}

async function decide(ctx: Ctx<Worker>, attemptId: string, intent: Intent): Promise<'capture' | 'cancel' | 'nothing'> {
  const decided = await transact<'capture' | 'cancel' | 'nothing', never>(ctx.actor, async (tx) => {
    const seen = await findAttempt(tx, attemptId);
    const application = seen && (await lockApplicationById(tx, seen.applicationId));
    if (!application) return ok('nothing');
    const obligations = await obligationsOf(tx, application.id, 'lock');
    const attempt = await findAttempt(tx, attemptId, 'lock');
    // Another may have finished since the gateway was asked: what it said then is old.
    if (!attempt || isSettled(attempt)) return ok('nothing');
    if (attempt.state === 'capture_requested') return ok('capture');
    if (attempt.state === 'cancel_requested') return ok('cancel');
    if (intent.status !== 'requires_capture') return ok('nothing');
    const owed = (await sharesOfAttempt(tx, attemptId)).map((share) => owedOf(share, obligations));
    const verdict = decideCapture(intent, { id: attempt.id, cents: cents(attempt.cents) }, owed);
    const card = { brand: intent.brand, funding: intent.funding, lastFour: intent.lastFour ?? null };
    await saveAttempt(tx, attemptId, { state: 'authorised', paymentIntentId: intent.id, ...card }, ctx.now);
    const decidedState = verdict.capture ? 'capture_requested' : 'cancel_requested';
    await saveAttempt(tx, attemptId, { state: decidedState, refusal: verdict.capture ? null : verdict.refusal }, ctx.now);
    await refreshStatus(tx, application, await moneyFacts(tx, application.id), ctx.now);
    const details = { attemptId, brand: intent.brand, funding: intent.funding };
    await recordAudit(tx, ctx, { type: 'card_authorised', subject: { kind: 'application', id: application.id }, details });
    return ok(verdict.capture ? 'capture' : 'cancel');
  });
  return decided.ok ? decided.value : 'nothing';
}

function owedOf({ obligationId, cents: wanted }: Share, obligations: readonly Obligation[]) {
  const openCents = obligations.find((one) => one.id === obligationId)?.openCents ?? noMoney;
  return { cents: wanted, openCents };
}

async function capture(ctx: Ctx<Worker>, attemptId: string, intent: Intent): Promise<void> {
  const captured = await tryCapture(attemptId, intent);
  if (captured.ok) await recordCapture(ctx, attemptId);
  else await recordCancel(ctx, attemptId);
}

// The bank let the hold lapse: nothing was taken, and nothing can be any more.
async function tryCapture(attemptId: string, intent: Intent): Promise<Result<void, 'gone'>> {
  if (intent.status === 'succeeded') return ok();
  if (intent.status === 'canceled') return err('gone');
  try {
    await captureIntent(intent.id, attemptId);
    return ok();
  } catch (thrown) {
    if (!(thrown instanceof GatewayRefused)) throw thrown;
    const again = await findIntent(intent.id);
    if (again.status === 'succeeded') return ok();
    if (again.status === 'canceled') return err('gone');
    throw thrown;
  }
}

async function cancel(ctx: Ctx<Worker>, attemptId: string, intentId: string): Promise<void> {
  try {
    await cancelIntent(intentId, attemptId);
  } catch (thrown) {
    if (!(thrown instanceof GatewayRefused) || (await findIntent(intentId)).status !== 'canceled') throw thrown;
  }
  await recordCancel(ctx, attemptId);
}
