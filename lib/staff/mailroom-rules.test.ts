import { day } from '@/lib/shared/days';
import { cents } from '@/lib/shared/money';
import { recordedSentence, type RecordedFacts } from './mailroom-rules';

const today = day('2026-11-24');
const exact: RecordedFacts = {
  kind: 'money_order',
  cents: cents(20000),
  bookedCents: cents(20000),
  outcome: 'accepted',
  applicationReference: 'A00010K3',
  name: 'Pat Tester',
  queuedOn: today,
  stillOwedCents: cents(0),
};

describe('what the mailroom reads about an envelope', () => {
  test.each([
    ['an exact sum', exact, '$200 booked on application A000-10K3 of Pat Tester, which joins the queue today.'],
    [
      'too much',
      { ...exact, cents: cents(20500) },
      '$200 booked on application A000-10K3 of Pat Tester, which joins the queue today; $5 unapplied.',
    ],
    [
      'too little',
      { ...exact, cents: cents(5000), bookedCents: cents(5000), stillOwedCents: cents(15000), queuedOn: null },
      '$50 booked on application A000-10K3 of Pat Tester, which still waits for $150.',
    ],
    [
      'mail that lay for two days',
      { ...exact, queuedOn: day('2026-11-22') },
      '$200 booked on application A000-10K3 of Pat Tester, which is in the queue since November 22, 2026.',
    ],
    [
      'a personal check',
      { ...exact, kind: 'personal_check' as const, bookedCents: cents(0), outcome: 'returned' as const },
      'The personal check of $200 goes back to Pat Tester, who is told by email what to send instead.',
    ],
  ])('%s', (_what, facts, sentence) => {
    expect(recordedSentence(facts, today)).toBe(sentence);
  });
});
