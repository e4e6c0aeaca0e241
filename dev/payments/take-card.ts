import type Stripe from 'stripe';
import type { Change } from './book';
import { findTestCard } from './cards';
import { tryCard, type Outcome, type Payer } from './pay';
import { refusalOf } from './restrictions';

/** `refused`: the page does not take the card; no bank is asked and nothing is recorded. */
export type Taken = Outcome | { readonly kind: 'refused'; readonly sentence: string };

// A real card typed here by mistake must leave no trace.
const notATestCard = 'Your card was declined. This is test mode, and the number is not one of the test card numbers. '
  + 'Do not use a real card here.';

export function takeCard(change: Change, session: Stripe.Checkout.Session, number: string, payer: Payer): Taken {
  const card = findTestCard(number);
  if (!card) return { kind: 'refused', sentence: notATestCard };
  const refusal = refusalOf(card, session);
  if (refusal) return { kind: 'refused', sentence: refusal };
  return tryCard(change, session, card, payer);
}
