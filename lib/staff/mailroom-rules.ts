import { instrumentNames, type InstrumentKind } from '@/lib/payments/model';
import { formatDay, type Day } from '@/lib/shared/days';
import { cents, formatCents, type Cents } from '@/lib/shared/money';
import { formatReference } from '@/lib/shared/references';

export type RecordedFacts = {
  readonly kind: InstrumentKind;
  readonly cents: Cents;
  readonly bookedCents: Cents;
  readonly outcome: 'accepted' | 'returned';
  readonly applicationReference: string;
  readonly name: string;
  readonly queuedOn: Day | null;
  readonly stillOwedCents: Cents;
};

/** What became of an envelope, for whoever opened it. */
export function recordedSentence(one: RecordedFacts, today: Day): string {
  if (one.outcome === 'returned') {
    return `The ${instrumentNames[one.kind]} of ${formatCents(one.cents)} goes back to ${one.name}, who is told by email what to send instead.`;
  }
  const unapplied = cents(one.cents - one.bookedCents);
  const booked = `${formatCents(one.bookedCents)} booked on application ${formatReference(one.applicationReference)} of ${one.name}`;
  const rest = unapplied > 0 ? `; ${formatCents(unapplied)} unapplied` : '';
  return `${booked}, ${queueWords(one, today)}${rest}.`;
}

function queueWords({ stillOwedCents, queuedOn }: RecordedFacts, today: Day): string {
  if (stillOwedCents > 0) return `which still waits for ${formatCents(stillOwedCents)}`;
  if (queuedOn === null) return 'which waits for a card payment to be confirmed';
  return queuedOn === today ? 'which joins the queue today' : `which is in the queue since ${formatDay(queuedOn)}`;
}
