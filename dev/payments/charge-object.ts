import type Stripe from 'stripe';
import { declineOf, type CardOnFile } from './cards';
import { newId } from './ids';

/** Visa and Mastercard let a hold stand for seven days when it was placed online. */
export const secondsUntilHoldLapses = 7 * 86_400;

/** The charge that came of trying a card on an intent: held, or refused by the bank. */
export function chargeFrom(intent: Stripe.PaymentIntent, card: CardOnFile, at: number): Stripe.Charge {
  const decline = card.fate.decline && declineOf(card.fate.decline);
  return {
    ...unusedParts,
    id: newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    balance_transaction: null,
    billing_details: {
      address: { city: null, country: 'US', line1: null, line2: null, postal_code: card.postalCode, state: null },
      email: card.email,
      name: card.name,
      phone: null,
      tax_id: null,
    },
    captured: false,
    created: at,
    currency: 'usd',
    description: intent.description,
    disputed: false,
    failure_code: decline?.code ?? null,
    failure_message: decline?.sentence ?? null,
    livemode: false,
    metadata: intent.metadata,
    outcome: outcomeOf(card),
    paid: !decline,
    payment_intent: intent.id,
    payment_method: typeof intent.payment_method === 'string' ? intent.payment_method : null,
    payment_method_details: { card: cardDetails(intent, card, at), type: 'card' },
    receipt_email: intent.receipt_email,
    refunded: false,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: decline ? 'failed' : 'succeeded',
  };
}

function cardDetails(
  intent: Stripe.PaymentIntent,
  card: CardOnFile,
  at: number,
): Stripe.Charge.PaymentMethodDetails.Card {
  const refused = card.fate.decline !== undefined;
  const held = intent.capture_method === 'manual' && !refused;
  return {
    amount_authorized: refused ? null : intent.amount,
    authorization_code: refused ? null : String(100_000 + (intent.amount % 900_000)),
    brand: card.brand,
    ...(held && { capture_before: at + secondsUntilHoldLapses }),
    checks: {
      address_line1_check: null,
      address_postal_code_check: 'pass',
      cvc_check: card.fate.decline === 'incorrect_cvc' ? 'fail' : 'pass',
    },
    country: 'US',
    electronic_commerce_indicator: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    funding: card.funding,
    installments: null,
    last4: card.last4,
    mandate: null,
    network: card.brand,
    network_transaction_id: null,
    regulated_status: 'unregulated',
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}

function outcomeOf(card: CardOnFile): Stripe.Charge.Outcome {
  const refused = card.fate.decline !== undefined;
  return {
    advice_code: refused ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: refused ? 'declined_by_network' : 'approved_by_network',
    reason: card.fate.decline ?? null,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: refused ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
    type: refused ? 'issuer_declined' : 'authorized',
  };
}

const unusedParts = {
  application: null,
  application_fee: null,
  application_fee_amount: null,
  calculated_statement_descriptor: null,
  customer: null,
  failure_balance_transaction: null,
  fraud_details: {},
  on_behalf_of: null,
  receipt_number: null,
  receipt_url: null,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  transfer_data: null,
  transfer_group: null,
} satisfies Partial<Stripe.Charge>;
