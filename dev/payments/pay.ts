import type Stripe from 'stripe';
import type { Change } from './book';
import { declineOf, type CardOnFile, type TestCard } from './cards';
import { chargeFrom } from './charge-object';
import { emit } from './events';
import { newId } from './ids';
import { intentFrom } from './intent-object';
import { captureIntent } from './intent-steps';
import { customerDetails } from './session-object';

export type Payer = {
  readonly email: string;
  readonly name: string;
  readonly postalCode: string;
  readonly expMonth: number;
  readonly expYear: number;
};

export type Outcome =
  | { readonly kind: 'paid'; readonly successUrl: string }
  | { readonly kind: 'authenticate' }
  | { readonly kind: 'declined'; readonly code: string; readonly sentence: string };

/** Tries a card the page took on an open session. */
export function tryCard(change: Change, session: Stripe.Checkout.Session, card: TestCard, payer: Payer): Outcome {
  const begun = intentOf(change, session);
  const onFile: CardOnFile = {
    ...payer,
    intentId: begun.id,
    brand: card.brand,
    funding: card.funding,
    last4: card.number.slice(-4),
    fate: card.fate,
  };
  change.put('card', begun.id, onFile);
  const intent: Stripe.PaymentIntent = { ...begun, payment_method: newId('pm'), next_action: null };
  if (card.fate.authenticate) return askToAuthenticate(change, session, intent);
  return charge(change, session, intent, onFile);
}

/** The payer is back from their bank's page. */
export function authenticated(change: Change, session: Stripe.Checkout.Session, agreed: boolean): Outcome | undefined {
  const intent = typeof session.payment_intent === 'string' && change.find('payment_intent', session.payment_intent);
  const card = intent && change.find('card', intent.id);
  if (!intent || !card || intent.status !== 'requires_action') return undefined;
  const back = { ...intent, next_action: null };
  if (agreed) return charge(change, session, back, card);
  return fail(change, { ...back, payment_method: null }, {
    code: 'payment_intent_authentication_failure',
    sentence: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  });
}

function intentOf(change: Change, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const there = typeof session.payment_intent === 'string' && change.find('payment_intent', session.payment_intent);
  if (there) return there;
  const wanted = change.find('session_intent', session.id) ?? {};
  const intent = intentFrom(wanted, session.amount_total ?? 0, change.at);
  change.put('payment_intent', intent.id, intent);
  change.put('session', session.id, { ...session, payment_intent: intent.id });
  emit(change, 'payment_intent.created', intent);
  return intent;
}

function askToAuthenticate(
  change: Change,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
): Outcome {
  const asked: Stripe.PaymentIntent = {
    ...intent,
    next_action: {
      redirect_to_url: { return_url: session.url, url: `${session.url}/authenticate` },
      type: 'redirect_to_url',
    },
    status: 'requires_action',
  };
  change.put('payment_intent', asked.id, asked);
  emit(change, 'payment_intent.requires_action', asked);
  return { kind: 'authenticate' };
}

function charge(
  change: Change,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
  card: CardOnFile,
): Outcome {
  const tried = chargeFrom(intent, card, change.at);
  change.put('charge', tried.id, tried);
  const after: Stripe.PaymentIntent = { ...intent, latest_charge: tried.id, last_payment_error: null };
  if (card.fate.decline) {
    emit(change, 'charge.failed', tried);
    const { code, sentence, name } = declineOf(card.fate.decline);
    const failed = { ...after, payment_method: null };
    return fail(change, failed, { code, sentence, charge: tried.id, decline: name });
  }
  const known = { ...session, payment_intent: intent.id, customer_details: customerDetails(card) };
  return complete(change, known, after, tried);
}

function complete(
  change: Change,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
  held: Stripe.Charge,
): Outcome {
  const done: Stripe.Checkout.Session = { ...session, status: 'complete', url: null };
  change.put('session', session.id, done);
  if (intent.capture_method === 'manual') hold(change, intent, held);
  else captureIntent(change, intent, held, held.amount);
  emit(change, 'checkout.session.completed', change.find('session', session.id) ?? done);
  return { kind: 'paid', successUrl: (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id) };
}

function hold(change: Change, intent: Stripe.PaymentIntent, charge: Stripe.Charge): void {
  const held: Stripe.PaymentIntent = { ...intent, amount_capturable: charge.amount, status: 'requires_capture' };
  change.put('payment_intent', held.id, held);
  emit(change, 'charge.succeeded', charge);
  emit(change, 'payment_intent.amount_capturable_updated', held);
}

type Failure = {
  readonly code: string;
  readonly sentence: string;
  readonly charge?: string;
  readonly decline?: string;
};

function fail(change: Change, intent: Stripe.PaymentIntent, { code, sentence, charge, decline }: Failure): Outcome {
  const failed: Stripe.PaymentIntent = {
    ...intent,
    last_payment_error: {
      code,
      message: sentence,
      type: charge ? 'card_error' : 'invalid_request_error',
      ...(charge && { charge }),
      ...(decline && { decline_code: decline }),
    },
    status: 'requires_payment_method',
  };
  change.put('payment_intent', failed.id, failed);
  emit(change, 'payment_intent.payment_failed', failed);
  return { kind: 'declined', code, sentence };
}
