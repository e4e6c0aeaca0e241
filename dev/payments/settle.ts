import type { Book, Change } from './book';
import { cancelIntent, latestCharge } from './intent-steps';
import { failRefund, settleRefund } from './refund-steps';
import { expireSession } from './sessions';

/** Does what time alone brings: sessions close, holds lapse, slow refunds settle. Called before every answer. */
export function settle(book: Book): void {
  book.commit((change) => {
    closeOldSessions(change);
    lapseOldHolds(change);
    settleRefunds(change);
  });
}

function closeOldSessions(change: Change): void {
  for (const session of change.all('session')) {
    if (session.status === 'open' && session.expires_at <= change.at) expireSession(change, session);
  }
}

function lapseOldHolds(change: Change): void {
  for (const intent of change.all('payment_intent')) {
    if (intent.status !== 'requires_capture') continue;
    const until = latestCharge(change, intent)?.payment_method_details?.card?.capture_before;
    if (until !== undefined && until <= change.at) cancelIntent(change, intent, 'automatic');
  }
}

function settleRefunds(change: Change): void {
  for (const fate of change.all('refund_fate')) {
    const refund = change.find('refund', fate.refundId);
    const isWaiting = refund?.status === (fate.outcome === 'failed' ? 'succeeded' : 'pending');
    if (!refund || !isWaiting || fate.at > change.at) continue;
    if (fate.outcome === 'failed') failRefund(change, refund, 'expired_or_canceled_card');
    else settleRefund(change, refund);
  }
}
