import type Stripe from 'stripe';
import type { Brand, TestCard } from './cards';

/** The names under which Stripe blocks brands; a brand missing here cannot be blocked and passes. */
const blockedAs: Partial<Record<Brand, string>> = {
  visa: 'visa',
  mastercard: 'mastercard',
  amex: 'american_express',
  discover: 'discover_global_network',
  diners: 'discover_global_network',
  jcb: 'discover_global_network',
  unionpay: 'discover_global_network',
};

const fundingSentences: Partial<Record<string, string>> = {
  credit: 'Credit cards are not accepted. Please use a debit card.',
  debit: 'Debit cards are not accepted. Please use a credit card.',
  prepaid: 'Prepaid cards are not accepted. Please use a credit card.',
};

/** Why the page does not take this card for this session, in words for the payer; nothing if it does. */
export function refusalOf(card: TestCard, session: Stripe.Checkout.Session): string | undefined {
  const { brands_blocked: brands = [], funding_types_blocked: fundings = [] } =
    session.payment_method_options?.card?.restrictions ?? {};
  const { brand, funding } = card.pageBelieves ?? card;
  const name = blockedAs[brand];
  if (name && brands.includes(name)) {
    return 'Your card brand is not accepted. Please use a different card. You have not been charged.';
  }
  const sentence = fundings.includes(funding) ? fundingSentences[funding] : undefined;
  return sentence && `${sentence} You have not been charged.`;
}
