import type Stripe from 'stripe';

export type Brand = 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay' | 'eftpos_au';
export type Funding = 'credit' | 'debit' | 'prepaid' | 'unknown';

/** What happens when the bank is asked. `authenticate` first sends the payer to the bank's own page. */
export type Fate = {
  readonly decline?: DeclineName;
  readonly authenticate?: boolean;
  readonly refund?: 'settles_later' | 'fails_later';
  readonly disputed?: boolean;
};

export type TestCard = {
  readonly number: string;
  readonly brand: Brand;
  readonly funding: Funding;
  /** What the page takes the card for, where it is mistaken: the charge then tells the truth. */
  readonly pageBelieves?: { readonly brand: Brand; readonly funding: Funding };
  readonly fate: Fate;
};

/** What is kept of the card being used. Never the number or the security code. */
export type CardOnFile = {
  readonly intentId: string;
  readonly brand: Brand;
  readonly funding: Funding;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly name: string;
  readonly email: string;
  readonly postalCode: string;
  readonly fate: Fate;
};

const declines = {
  generic_decline: ['card_declined', 'Your card was declined.'],
  insufficient_funds: ['card_declined', 'Your card has insufficient funds.'],
  lost_card: ['card_declined', 'Your card was declined.'],
  stolen_card: ['card_declined', 'Your card was declined.'],
  expired_card: ['expired_card', 'Your card has expired.'],
  incorrect_cvc: ['incorrect_cvc', "Your card's security code is incorrect."],
  processing_error: ['processing_error', 'An error occurred while processing your card. Try again in a little bit.'],
} as const;

export type DeclineName = keyof typeof declines;
export type Decline = {
  readonly name: string;
  readonly code: Stripe.PaymentIntent.LastPaymentError['code'] & string;
  readonly sentence: string;
};

export function declineOf(name: DeclineName): Decline {
  const [code, sentence] = declines[name];
  return { name, code, sentence };
}

type Row = [number: string, brand: Brand, funding: Funding, fate?: Fate];

/** The numbers Stripe publishes at docs.stripe.com/testing. Any later expiry date and any security code will do. */
const published: Row[] = [
  ['4242424242424242', 'visa', 'credit'],
  ['4000056655665556', 'visa', 'debit'],
  ['5555555555554444', 'mastercard', 'credit'],
  ['2223003122003222', 'mastercard', 'credit'],
  ['5200828282828210', 'mastercard', 'debit'],
  ['5105105105105100', 'mastercard', 'prepaid'],
  ['378282246310005', 'amex', 'credit'],
  ['371449635398431', 'amex', 'credit'],
  ['6011111111111117', 'discover', 'credit'],
  ['6011000990139424', 'discover', 'credit'],
  ['6011981111111113', 'discover', 'debit'],
  ['3056930009020004', 'diners', 'credit'],
  ['36227206271667', 'diners', 'credit'],
  ['3566002020360505', 'jcb', 'credit'],
  ['6200000000000005', 'unionpay', 'credit'],
  ['6200000000000047', 'unionpay', 'debit'],
  ['4000000000000002', 'visa', 'credit', { decline: 'generic_decline' }],
  ['4000000000009995', 'visa', 'credit', { decline: 'insufficient_funds' }],
  ['4000000000009987', 'visa', 'credit', { decline: 'lost_card' }],
  ['4000000000009979', 'visa', 'credit', { decline: 'stolen_card' }],
  ['4000000000000069', 'visa', 'credit', { decline: 'expired_card' }],
  ['4000000000000127', 'visa', 'credit', { decline: 'incorrect_cvc' }],
  ['4000000000000119', 'visa', 'credit', { decline: 'processing_error' }],
  ['4000002500003155', 'visa', 'credit', { authenticate: true }],
  ['4000000000003220', 'visa', 'credit', { authenticate: true }],
  ['4000008400001629', 'visa', 'credit', { authenticate: true, decline: 'generic_decline' }],
  ['4000000000007726', 'visa', 'credit', { refund: 'settles_later' }],
  ['4000000000005126', 'visa', 'credit', { refund: 'fails_later' }],
  ['4000000000000259', 'visa', 'credit', { disputed: true }],
];

/**
 * Numbers of this stand-in alone. Stripe's restrictions are block lists fed by bank tables that can be wrong or silent, so
 * a card can pass the page and be something else once charged. These do, to prove that the charge is read before capture.
 */
export const extraCards = {
  /** The page takes it for a Visa credit card; the charge says Visa debit. */
  debitInDisguise: '4000009900000012',
  /** Nobody knows how it is funded: no block list names `unknown`, so the page lets it through. */
  fundingUnknown: '4000009900000020',
  /** The page takes it for a Visa credit card; the charge says prepaid. */
  prepaidInDisguise: '4000009900000038',
  /** A brand outside the four that can be blocked (eftpos Australia), funded by credit. */
  brandNobodyBlocks: '4000009900000046',
} as const;

const visaCredit = { brand: 'visa', funding: 'credit' } as const;

const cards: readonly TestCard[] = [
  ...published.map(([number, brand, funding, fate = {}]) => ({ number, brand, funding, fate })),
  { number: extraCards.debitInDisguise, brand: 'visa', funding: 'debit', pageBelieves: visaCredit, fate: {} },
  { number: extraCards.fundingUnknown, brand: 'visa', funding: 'unknown', fate: {} },
  { number: extraCards.prepaidInDisguise, brand: 'visa', funding: 'prepaid', pageBelieves: visaCredit, fate: {} },
  { number: extraCards.brandNobodyBlocks, brand: 'eftpos_au', funding: 'credit', fate: {} },
];

export function findTestCard(number: string): TestCard | undefined {
  return cards.find((card) => card.number === number);
}
