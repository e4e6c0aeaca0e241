import type Stripe from 'stripe';
import { moveMoney, servedBalanceTransaction } from './balance';
import type { Change } from './book';
import { emit } from './events';
import { newId } from './ids';

const disputeFee = 1500;
const daysToAnswer = 9;

type Claim = { readonly reason: string; readonly amount: number };

/** The cardholder's bank takes the money back until the dispute is settled. */
export function openDispute(change: Change, charge: Stripe.Charge, { reason, amount }: Claim): Stripe.Dispute {
  const id = newId('dp');
  const taken = { type: 'adjustment', category: 'dispute', amount: -amount, fee: disputeFee, source: id } as const;
  const dispute: Stripe.Dispute = {
    id,
    object: 'dispute',
    amount,
    balance_transactions: movements(change, [moveMoney(change, taken)]),
    charge: charge.id,
    created: change.at,
    currency: 'usd',
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: change.at + daysToAnswer * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason,
    status: 'needs_response',
  };
  change.put('dispute', id, dispute);
  change.put('charge', charge.id, { ...charge, disputed: true });
  emit(change, 'charge.dispute.created', dispute);
  emit(change, 'charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

/** Won: the money comes back, but not the fee. Lost: it stays with the cardholder. */
export function closeDispute(change: Change, dispute: Stripe.Dispute, status: 'won' | 'lost'): Stripe.Dispute {
  const back = { type: 'adjustment', category: 'dispute_reversal', amount: dispute.amount, fee: 0 } as const;
  const returned = status === 'won' ? movements(change, [moveMoney(change, { ...back, source: dispute.id })]) : [];
  const closed: Stripe.Dispute = {
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, ...returned],
    status,
  };
  change.put('dispute', dispute.id, closed);
  if (status === 'won') emit(change, 'charge.dispute.funds_reinstated', closed);
  emit(change, 'charge.dispute.closed', closed);
  return closed;
}

function movements(change: Change, ids: readonly string[]): Stripe.BalanceTransaction[] {
  return ids.flatMap((id) => {
    const moved = change.find('balance_transaction', id);
    return moved ? [servedBalanceTransaction(change, moved)] : [];
  });
}

const noEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
