import { cents, noMoney, sumCents, type Cents } from '@/lib/shared/money';
import type { Covers, InstrumentKind, Obligation } from './model';

/** Stripe's least is 30 minutes; a minute more, so that a slow call is not refused. */
export const leastCheckoutMinutes = 30;
export const checkoutMinutes = leastCheckoutMinutes + 1;

/** What one go at paying would pay: the open part of what is due, or of everything. */
export function payable(obligations: readonly Obligation[], covers: Covers): { obligationId: string; cents: Cents }[] {
  return obligations
    .filter((one) => one.openCents > 0 && (covers === 'everything' || one.isDue))
    .map((one) => ({ obligationId: one.id, cents: one.openCents }));
}

/** What the gateway says was held, read again from the charge itself. */
export type HeldPayment = {
  readonly status: string;
  readonly currency: string;
  readonly capturableCents: number;
  readonly brand: string | null;
  readonly funding: string | null;
  readonly attemptId: string | undefined;
};

export type CaptureRefusal =
  | 'brand_not_accepted'
  | 'not_a_credit_card'
  | 'card_type_unknown'
  | 'amount_differs'
  | 'already_paid'
  | 'not_ours'
  | 'hold_lapsed';

const acceptedBrands = ['visa', 'mastercard'];

/**
 * Whether to take the money that is held. An allow list that fails closed: only Visa or Mastercard, only credit, only the
 * amount still owed on exactly the obligations of the attempt (directions 2a; security.md §4.3).
 */
export function decideCapture(
  held: HeldPayment,
  attempt: { readonly id: string; readonly cents: Cents },
  owed: readonly { readonly cents: Cents; readonly openCents: Cents }[],
): { readonly capture: true } | { readonly capture: false; readonly refusal: CaptureRefusal } {
  const refuse = (refusal: CaptureRefusal) => ({ capture: false, refusal }) as const;
  if (held.attemptId !== attempt.id || held.currency !== 'usd') return refuse('not_ours');
  if (held.brand === null || !acceptedBrands.includes(held.brand)) return refuse('brand_not_accepted');
  if (held.funding === null || held.funding === 'unknown') return refuse('card_type_unknown');
  if (held.funding !== 'credit') return refuse('not_a_credit_card');
  if (owed.length === 0 || owed.some((one) => one.openCents !== one.cents)) return refuse('already_paid');
  const total = sumCents(owed.map((one) => one.cents));
  if (held.capturableCents !== total || attempt.cents !== total) return refuse('amount_differs');
  return { capture: true };
}

/** In words people understand. None of these was charged. */
export const refusalSentences: Readonly<Record<CaptureRefusal | 'session_expired', string>> = {
  brand_not_accepted: 'Only Visa and Mastercard credit cards are accepted. This card is of another brand.',
  not_a_credit_card: 'This is a debit or prepaid card. Only credit cards are accepted, even where the card shows a Visa or Mastercard logo.',
  card_type_unknown: 'Your bank did not say whether this is a credit card, so it cannot be accepted.',
  amount_differs: 'The amount owed changed while you were paying.',
  already_paid: 'This was already paid another way.',
  not_ours: 'The payment did not belong to this application.',
  hold_lapsed: 'Your bank let go of the money before the payment was complete, so you were not charged.',
  session_expired: 'The payment page timed out before a card was accepted.',
};

export type Share = { readonly obligationId: string; readonly cents: Cents };

/** Spreads mailed money over what is owed: what is due first, then what will be; the rest stays unapplied. */
export function allocate(amount: Cents, obligations: readonly Obligation[], covers: Covers): { shares: Share[]; rest: Cents } {
  const inOrder = [...obligations].sort((a, b) => Number(b.isDue) - Number(a.isDue));
  let rest: number = amount;
  const shares: Share[] = [];
  for (const one of inOrder) {
    const share = Math.min(rest, one.openCents);
    if (share <= 0 || (covers === 'due_now' && !one.isDue)) continue;
    shares.push({ obligationId: one.id, cents: cents(share) });
    rest -= share;
  }
  return { shares, rest: rest > 0 ? cents(rest) : noMoney };
}

/**
 * Where captured money goes: to its shares as far as they are still open, and the rest stays unapplied. A money order may
 * have been recorded after the capture was decided, and no sum is paid twice.
 */
export function shareOut(shares: readonly Share[], obligations: readonly Obligation[]): { shares: Share[]; rest: Cents } {
  const open = shares.flatMap(({ obligationId, cents: wanted }) => {
    const left = obligations.find((one) => one.id === obligationId)?.openCents ?? noMoney;
    const share = Math.max(0, Math.min(wanted, left));
    return share > 0 ? [{ obligationId, cents: cents(share) }] : [];
  });
  return { shares: open, rest: cents(sumCents(shares.map((one) => one.cents)) - sumCents(open.map((one) => one.cents))) };
}

/** Personal checks and cash go back to whoever sent them (directions 2b). */
export function isAccepted(kind: InstrumentKind): boolean {
  return kind === 'bank_check' || kind === 'cashiers_check' || kind === 'money_order';
}

export function dueCents(obligations: readonly Obligation[]): Cents {
  return sumCents(obligations.filter((one) => one.isDue).map((one) => one.openCents));
}

export function laterCents(obligations: readonly Obligation[]): Cents {
  return sumCents(obligations.filter((one) => !one.isDue).map((one) => one.openCents));
}
