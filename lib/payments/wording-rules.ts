import { instrumentNames, type InstrumentKind } from './model';

/** What a sum is for, as receipts, slips and the payment page call it. */
export function obligationNames(code: string | undefined): string {
  switch (code) {
    case 'review_fee':
      return 'Application review fee';
    case 'balance':
      return 'Certificate fee, balance';
    default:
      return 'Certification fee';
  }
}

/** "Visa credit card ending 4242", "money order 1234567". */
export function paidWithWords(method: 'card' | 'mail', paidWith: Readonly<Record<string, string>>): string {
  if (method === 'card') {
    const brand = paidWith.brand === 'mastercard' ? 'Mastercard' : 'Visa';
    return `${brand} credit card ending ${paidWith.lastFour ?? ''}`;
  }
  const kind = paidWith.kind && paidWith.kind in instrumentNames ? instrumentNames[paidWith.kind as InstrumentKind] : 'payment by mail';
  return paidWith.serial ? `${kind} ${paidWith.serial}` : kind;
}

export const whatToSend =
  'Send a certified bank check, a cashier’s check or a money order, payable to "Treasurer, State of Connecticut", with your slip; or pay online with a Visa or Mastercard credit card.';

export function whyReturned(kind: InstrumentKind, reason: string | null): string {
  if (kind === 'personal_check') return 'Personal checks are not accepted.';
  if (kind === 'cash') return 'Cash is not accepted.';
  return reason ?? 'What you sent cannot be accepted as payment.';
}

/** Where mailed payments go (directions 2b). */
export const payee = 'Treasurer, State of Connecticut';
export const mailTo = ['Bureau of Educator Standards and Certification', 'PO Box 150471', 'Hartford, CT 06115-0471'];
