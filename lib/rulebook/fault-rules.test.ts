import { day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { ruleSet } from '@/tests/support/rule-set';
import { faultsIn } from './fault-rules';
import type { RuleSet } from './model';

const fee = must(ruleSet.fees.find(({ code }) => code === 'DUPLICATE'), 'the duplicate fee');
const continuing = must(ruleSet.transitions.find(({ key }) => key === 'continue-professional'), 'a transition');

const cases: [string, RuleSet, string][] = [
  [
    'two amounts for one fee on one day',
    { ...ruleSet, fees: [...ruleSet.fees, { ...fee, fromDay: day('2026-01-01') }] },
    'Two rows in force at once: fee DUPLICATE',
  ],
  [
    'a source that is not listed',
    { ...ruleSet, fees: [{ ...fee, source: 'S999' }, ...ruleSet.fees.filter((one) => one !== fee)] },
    'No such source S999',
  ],
  [
    'a condition that is not described',
    { ...ruleSet, transitions: [{ ...continuing, conditions: ['luck'] }] },
    'No such transition continue-professional: condition luck',
  ],
  [
    'a window setting that ends before the transition does',
    {
      ...ruleSet,
      settings: ruleSet.settings.map((row) => (row.key === 'renewal_window' ? { ...row, toDay: day('2026-01-01') } : row)),
    },
    'Transition continue-professional: the setting renewal_window is not in force throughout',
  ],
  [
    'a way to apply that nobody has priced',
    { ...ruleSet, kindFees: ruleSet.kindFees.filter(({ kind }) => kind !== 'duplicate') },
    'Transition duplicate: no fee row for duplicate throughout',
  ],
  [
    'a fee row for a fee that does not exist',
    { ...ruleSet, kindFees: ruleSet.kindFees.map((row) => (row.key === 'duplicate' ? { ...row, feeCode: 'COPY' } : row)) },
    'No such fee of duplicate: fee COPY',
  ],
];

test.each(cases)('%s is a fault', (_what, faulty, sentence) => {
  expect(faultsIn(faulty)).toContain(sentence);
});

test('a fee that changes from one day to the next is no fault', () => {
  const until = { ...fee, toDay: day('2026-12-31') };
  const since = { ...fee, fromDay: day('2027-01-01') };
  const fees = [...ruleSet.fees.filter((one) => one !== fee), since, until];
  expect(faultsIn({ ...ruleSet, fees })).toEqual([]);
});
