import type { Quote } from '@/lib/fees/model';
import { day } from '@/lib/shared/days';
import { formatReference, referenceOf } from '@/lib/shared/references';
import { err, must, ok } from '@/lib/shared/result';
import type { OpeningReason } from './model';
import { dutyOf, isAmountKnown, isInHand, openingReason, searchOf, type DeskFacts, type Duty, type Search } from './rules';

describe('an item in hand', () => {
  const today = day('2026-11-24');
  test.each([
    ['in the queue', day('2026-11-01'), null, true],
    ['not in the queue yet', null, null, false],
    ['closed today', day('2026-11-01'), new Date('2026-11-25T04:00:00Z'), true],
    ['closed yesterday', day('2026-11-01'), new Date('2026-11-24T04:00:00Z'), false],
  ])('%s', (_what, queuedOn, closedAt, expected) => {
    expect(isInHand({ queuedOn, closedAt }, today)).toBe(expected);
  });
});

describe('the reason for opening a record', () => {
  const table: [OpeningReason | undefined, boolean, OpeningReason | undefined, OpeningReason | undefined][] = [
    ['queue', true, undefined, 'queue'],
    ['queue', false, undefined, undefined],
    ['queue', false, 'call', 'call'],
    ['call', false, undefined, 'call'],
    ['call', true, 'queue', 'call'],
    [undefined, true, undefined, undefined],
    [undefined, true, 'mail', 'mail'],
  ];
  test.each(table)('asked %s, in hand %s, lately %s: %s', (asked, inHand, recent, expected) => {
    expect(openingReason(asked, { isInHand: inHand, recent })).toBe(expected);
  });
});

describe('whether it is known what an application costs', () => {
  const free = ok({ free: true } as Quote);
  const priced = ok({ free: false } as Quote);
  test.each([
    ['sums are owed', 2, priced, true],
    ['a source says it is free', 0, free, true],
    ['an amount came after submission and is not owed yet', 0, priced, false],
    ['no source states an amount', 0, err('no_sourced_amount'), false],
    ['nothing like it may be applied for', 0, err('no_fee_in_force'), false],
  ])('%s', (_what, count, quoted, expected) => {
    expect(isAmountKnown(count, quoted)).toBe(expected);
  });
});

describe('what there is to do at the desk', () => {
  const queued: DeskFacts = {
    status: 'waiting_first_review',
    decision: null,
    isQueued: true,
    hasPerson: true,
    isAmountKnown: true,
    isPaidInFull: true,
  };
  const approved: DeskFacts = { ...queued, status: 'approved', decision: 'approved' };
  const table: [string, DeskFacts, Duty][] = [
    ['in the queue', queued, 'decide'],
    ['in the queue without a record', { ...queued, hasPerson: false }, 'decide'],
    ['unpaid', { ...queued, status: 'awaiting_payment', isQueued: false, isPaidInFull: false }, 'wait_for_payment'],
    ['approved and paid', approved, 'issue'],
    ['approved with a balance', { ...approved, status: 'approved_balance_due', isPaidInFull: false }, 'wait_for_balance'],
    ['its balance being confirmed', { ...approved, status: 'confirming_payment', isPaidInFull: false }, 'wait_for_balance'],
    ['approved without a record', { ...approved, hasPerson: false }, 'wait_for_identity'],
    ['approved at an unknown amount', { ...approved, isAmountKnown: false }, 'wait_for_amount'],
    ['issued', { ...approved, status: 'issued' }, 'nothing'],
    ['denied', { ...queued, status: 'denied', decision: 'denied' }, 'nothing'],
    ['withdrawn', { ...queued, status: 'withdrawn' }, 'nothing'],
  ];
  test.each(table)('%s', (_what, facts, duty) => {
    expect(dutyOf(facts)).toBe(duty);
  });
});

describe('a search', () => {
  const table: [string, Search | undefined][] = [
    ['', undefined],
    ['   ', undefined],
    [',', undefined],
    ['1000 000 007', { by: 'ein', ein: '1000000007' }],
    ['Namesake', { by: 'name', lastName: 'Namesake', firstName: null }],
    ['O’Brien-Núñez,  Mary Ann ', { by: 'name', lastName: 'O’Brien-Núñez', firstName: 'Mary Ann' }],
    ['Archer12', { by: 'name', lastName: 'Archer12', firstName: null }],
  ];
  test.each(table)('for %j', (typed, expected) => {
    expect(searchOf(typed)).toEqual(expected);
  });

  test('takes a reference however it is typed, and one with a wrong character as a name', () => {
    const reference = must([1000, 1001, 1002].map((number) => referenceOf('A', number)).find(Boolean), 'a reference');
    const typed = ` ${formatReference(reference).toLowerCase().replace(/0/g, 'o')} `;
    expect(searchOf(typed)).toEqual({ by: 'reference', reference });
    expect(searchOf(reference.replace(/.$/, (last) => (last === 'X' ? 'Y' : 'X')))?.by).toBe('name');
  });
});
