import { must } from '@/lib/shared/result';
import { applyChanges, type RuleChange } from './apply-changes';
import { readShippedRows } from './rows';

const shipped = readShippedRows();
const copyTo = (totalCents: number, fromDay: string, number = 1): RuleChange => ({
  number,
  what: 'fee',
  key: 'DUPLICATE',
  values: { totalCents, reviewCents: 0 },
  fromDay,
  source: 'Public Act 27-1',
  note: null,
});
const fees = (...changes: RuleChange[]) =>
  applyChanges(shipped, changes)
    .fees.filter(({ code }) => code === 'DUPLICATE')
    .map(({ fromDay, toDay, totalCents }) => [fromDay, toDay, totalCents])
    .toSorted();
const first = ['2017-01-01', '2026-12-31', 5000];

test('a change closes the row in force the day before and cites its own source', () => {
  expect(fees(copyTo(6000, '2027-01-01'))).toEqual([first, ['2027-01-01', null, 6000]]);
  const rows = applyChanges(shipped, [copyTo(6000, '2027-01-01')]);
  const made = rows.fees.find(({ fromDay }) => fromDay === '2027-01-01');
  expect(made).toMatchObject({ description: 'Duplicate certificate', source: 'C1', assumed: false, fromUnknown: false, note: null });
  expect(rows.sources).toContainEqual({ key: 'C1', title: 'Public Act 27-1', address: null, note: null });
});

test('two changes hold each until the next begins, in whichever order they were published', () => {
  const both = [copyTo(6000, '2027-01-01', 1), copyTo(7000, '2027-07-01', 2)];
  const expected = [first, ['2027-01-01', '2027-06-30', 6000], ['2027-07-01', null, 7000]];
  expect(fees(...both)).toEqual(expected);
  expect(fees(...both.toReversed())).toEqual(expected);
});

test('of two for one day the later published holds', () => {
  expect(fees(copyTo(6000, '2027-01-01', 1), copyTo(7000, '2027-01-01', 2))).toEqual([first, ['2027-01-01', null, 7000]]);
});

test('a row that had ended stays as it was, and one that is to come is kept', () => {
  const fee = must(shipped.fees.find(({ code }) => code === 'DUPLICATE'), 'the fee of a duplicate');
  const gap = [{ ...fee, toDay: '2026-06-30' }, { ...fee, fromDay: '2028-01-01' }];
  const rows = applyChanges({ ...shipped, fees: gap }, [copyTo(6000, '2027-01-01')]).fees;
  expect(rows.map(({ fromDay, toDay }) => [fromDay, toDay]).toSorted()).toEqual([
    ['2017-01-01', '2026-06-30'],
    ['2027-01-01', '2027-12-31'],
    ['2028-01-01', null],
  ]);
});

test('a type that no source gave a length can be given one', () => {
  const change = { ...copyTo(0, '2027-01-01'), what: 'validity', key: 'RESIDENT', values: { length: 2, unit: 'years' } } as const;
  const made = applyChanges(shipped, [change]).validities.filter(({ typeKey }) => typeKey === 'RESIDENT');
  expect(made).toMatchObject([{ length: 2, unit: 'years', fromDay: '2027-01-01', toDay: null, source: 'C1' }]);
});
