import type { MyPlace as Place } from '@/lib/applications/queue-queries';
import { estimateDecision, weeksCounted } from '@/lib/applications/queue-rules';
import { formatDay, type Day } from '@/lib/shared/days';

/** Where it stands in the queue, and what the pace of the last weeks makes of that. */
export function MyPlace({ place, today }: { readonly place: Place; readonly today: Day }) {
  const { ahead, figures } = place;
  const estimate = estimateDecision(ahead, figures.weeks, today);
  return (
    <p>
      {ahead === 0 ? 'Yours is the next of its kind.' : `${ahead.toLocaleString('en-US')} of its kind arrived before yours.`}{' '}
      {figures.workingOn && `We are working on those received on ${formatDay(figures.workingOn)}. `}
      {estimate === 'too_little_data'
        ? 'Too few were decided lately to say when a decision may be expected.'
        : `By the pace of the last ${weeksCounted} weeks, expect a decision between ${formatDay(estimate.from)} and ${formatDay(estimate.to)}.`}{' '}
      <a href="/waiting-times">How long it takes</a>
    </p>
  );
}
