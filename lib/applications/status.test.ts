import fc from 'fast-check';
import { cents } from '@/lib/shared/money';
import { applicationStatuses, type ApplicationFacts, type ApplicationStatus } from './model';
import { actsNext, statusNames, statusOf, whatNext } from './status';

const at = new Date('2026-11-24T15:00:00Z');
const submitted: ApplicationFacts = {
  submittedAt: at,
  withdrawnAt: null,
  owedNow: cents(0),
  isConfirming: false,
  decision: null,
  isIssued: false,
  isReviewed: false,
  papersOwed: 0,
  papersArrived: 0,
};

describe('the status of an application', () => {
  const table: [string, Partial<ApplicationFacts>, ApplicationStatus][] = [
    ['not submitted yet', { submittedAt: null }, 'draft'],
    ['submitted and owing', { owedNow: cents(5000) }, 'awaiting_payment'],
    ['a card being confirmed', { owedNow: cents(5000), isConfirming: true }, 'confirming_payment'],
    ['submitted and paid', {}, 'waiting_first_review'],
    ['papers owed and nobody has looked yet', { papersOwed: 2 }, 'waiting_first_review'],
    ['papers asked for', { isReviewed: true, papersOwed: 2 }, 'missing_credentials'],
    ['some papers arrived', { isReviewed: true, papersOwed: 1, papersArrived: 1 }, 'waiting_review'],
    ['all papers arrived', { isReviewed: true, papersArrived: 2 }, 'waiting_review'],
    ['approved with a balance', { decision: 'approved', owedNow: cents(32500) }, 'approved_balance_due'],
    ['approved and paid', { decision: 'approved' }, 'approved'],
    ['balance being confirmed', { decision: 'approved', owedNow: cents(32500), isConfirming: true }, 'confirming_payment'],
    ['issued', { decision: 'approved', isIssued: true }, 'issued'],
    ['denied', { decision: 'denied' }, 'denied'],
    ['withdrawn', { withdrawnAt: at }, 'withdrawn'],
  ];

  it.each(table)('%s', (_situation, facts, expected) => {
    expect(statusOf({ ...submitted, ...facts })).toBe(expected);
  });

  it('always says who acts next and what happens', () => {
    for (const status of applicationStatuses) {
      expect(['you', 'bureau', 'nobody']).toContain(actsNext(status));
      expect(statusNames[status]).not.toBe('');
      expect(whatNext[status]).toMatch(/\.$/);
    }
  });

  it('never waits for the Bureau while money is owed and no card is being confirmed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(null, 'approved' as const), (owed, decision) => {
        const status = statusOf({ ...submitted, owedNow: cents(owed), decision });
        expect(actsNext(status)).toBe('you');
      }),
    );
  });
});
