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
