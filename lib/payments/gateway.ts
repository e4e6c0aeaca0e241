import 'server-only';
import Stripe from 'stripe';
import { env } from '@/lib/env';
import type { HeldPayment } from './rules';

/** The gateway did not answer, or answered that it cannot now. What was asked may or may not have happened: ask again by key. */
export class GatewayUnavailable extends Error {
  override name = 'GatewayUnavailable';
}

/** The gateway answered no. The code is Stripe's; nothing of the person is in it. */
export class GatewayRefused extends Error {
  override name = 'GatewayRefused';
  constructor(readonly code: string) {
    super(code);
  }
}

let client: Stripe | undefined;

function stripe(): Stripe {
  client ??= new Stripe(env().STRIPE_SECRET_KEY, {
    apiVersion: '2026-10-28.endive',
    maxNetworkRetries: 1,
    timeout: 10_000,
    telemetry: false,
    ...standInAddress(),
  });
  return client;
}

function standInAddress() {
  const address = env().STRIPE_API_URL;
  if (!address) return {};
  const { hostname, port, protocol } = new URL(address);
  return { host: hostname, port, protocol: protocol === 'https:' ? ('https' as const) : ('http' as const) };
}

export type CheckoutRequest = {
  readonly attemptId: string;
  readonly lines: readonly { readonly name: string; readonly cents: number }[];
  readonly expiresAt: Date;
  readonly successUrl: string;
  readonly cancelUrl: string;
};

export type CheckoutSession = {
  readonly id: string;
  readonly url: string | null;
  readonly status: 'open' | 'complete' | 'expired';
  readonly intentId: string | undefined;
};

/** Opens the hosted page: brands and funding types blocked there, and the money only held until the charge was read. */
export async function createCheckout(request: CheckoutRequest): Promise<CheckoutSession> {
  return ask(async () => {
    const session = await stripe().checkout.sessions.create(
      {
        mode: 'payment',
        allowed_payment_method_types: ['card'],
        wallet_options: { link: { display: 'never' } },
        line_items: request.lines.map(({ name, cents }) => ({
          price_data: { currency: 'usd', unit_amount: cents, product_data: { name } },
          quantity: 1,
        })),
        payment_intent_data: { capture_method: 'manual', metadata: { attempt_id: request.attemptId } },
        payment_method_options: {
          card: {
            restrictions: {
              brands_blocked: ['american_express', 'discover_global_network'],
              funding_types_blocked: ['debit', 'prepaid'],
            },
          },
        },
        client_reference_id: request.attemptId,
        metadata: { attempt_id: request.attemptId },
        expires_at: Math.floor(request.expiresAt.getTime() / 1000),
        success_url: request.successUrl,
        cancel_url: request.cancelUrl,
      },
      { idempotencyKey: `checkout:${request.attemptId}` },
    );
    return describeSession(session);
  });
}

export async function findCheckout(sessionId: string): Promise<CheckoutSession> {
  return ask(async () => describeSession(await stripe().checkout.sessions.retrieve(sessionId)));
}

export async function closeCheckout(sessionId: string): Promise<CheckoutSession> {
  return ask(async () => describeSession(await stripe().checkout.sessions.expire(sessionId)));
}

export type Intent = HeldPayment & { readonly id: string; readonly lastFour: string | undefined };

/** The intent and its charge as they are now. */
export async function findIntent(intentId: string): Promise<Intent> {
  return ask(async () => {
    const intent = await stripe().paymentIntents.retrieve(intentId, { expand: ['latest_charge'] });
    const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
    const card = charge?.payment_method_details?.card;
    return {
      id: intent.id,
      status: intent.status,
      currency: intent.currency,
      capturableCents: intent.amount_capturable,
      brand: card?.brand ?? null,
      funding: card?.funding ?? null,
      lastFour: card?.last4 ?? undefined,
      attemptId: intent.metadata.attempt_id,
    };
  });
}

export async function captureIntent(intentId: string, attemptId: string): Promise<void> {
  await ask(() => stripe().paymentIntents.capture(intentId, {}, { idempotencyKey: `capture:${attemptId}` }));
}

/** Lets the held money go: nothing was charged, so there is nothing to refund. */
export async function cancelIntent(intentId: string, attemptId: string): Promise<void> {
  await ask(() => stripe().paymentIntents.cancel(intentId, {}, { idempotencyKey: `cancel:${attemptId}` }));
}

export type GatewayEvent = { readonly id: string; readonly type: string; readonly objectId: string; readonly attemptId: string | undefined };

/** The event of a webhook call, or undefined where its signature is not the gateway's or is too old. */
export async function verifyEvent(body: string, signature: string): Promise<GatewayEvent | undefined> {
  try {
    const event = await stripe().webhooks.constructEventAsync(body, signature, env().STRIPE_WEBHOOK_SECRET);
    const object = event.data.object as { id?: string; metadata?: Record<string, string> | null };
    return { id: event.id, type: event.type, objectId: object.id ?? '', attemptId: object.metadata?.attempt_id };
  } catch (thrown) {
    if (thrown instanceof Stripe.errors.StripeSignatureVerificationError || thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

function describeSession(session: Stripe.Checkout.Session): CheckoutSession {
  const intent = session.payment_intent;
  return {
    id: session.id,
    url: session.url,
    status: sessionStatus(session.status),
    intentId: typeof intent === 'string' ? intent : (intent?.id ?? undefined),
  };
}

async function ask<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    if (!(thrown instanceof Stripe.errors.StripeError)) throw thrown;
    if (isForLater(thrown)) throw new GatewayUnavailable('gateway_unavailable');
    throw new GatewayRefused(thrown.code ?? thrown.type);
  }
}

// No answer, a key of ours that does not open (401, 403), the same request still under way (409), or too many at once.
function isForLater({ statusCode = 500 }: Stripe.errors.StripeError): boolean {
  return statusCode >= 500 || [401, 403, 409, 429].includes(statusCode);
}

// The SDK's types leave room for words not known yet; an unknown one is not taken for an end.
function sessionStatus(status: string | null): CheckoutSession['status'] {
  return status === 'complete' || status === 'expired' ? status : 'open';
}
