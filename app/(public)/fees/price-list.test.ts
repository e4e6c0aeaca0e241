import { day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { ruleSet } from '@/tests/support/rule-set';
import { priceList, type PriceRow } from './price-list';

const asked = { day: day('2026-11-24'), ruleSet };
const { online, onPaper, byDistrict, reviewFee } = priceList(asked);
const all = [...online, ...onPaper, ...byDistrict];
const rowOf = (kind: string, rows: readonly PriceRow[] = all) => must(rows.find((row) => row.kind === kind), kind);
const dollars = ({ price }: PriceRow) => price && [price.dueNow / 100, price.dueLater / 100, price.total / 100];

test.each([
  ['continue_professional', [0, 0, 0]],
  ['advance_to_professional', [375, 0, 375]],
  ['renew_initial', [200, 0, 200]],
  ['first_certificate_ct', [50, 150, 200]],
  ['duplicate', [50, 0, 50]],
  ['add_endorsement', [50, 50, 100]],
  ['dsap', null],
  ['convert_permanent', null],
])('%s costs now, later and in all %j', (kind, expected) => {
  expect(dollars(rowOf(kind))).toEqual(expected);
});

test('an amount that no source states is never nothing', () => {
  for (const row of all) {
    if (row.price?.total === 0) expect(row.kind).toMatch(/^(continue_professional|.*coaching.*)$/);
  }
});

test('what a certificate of another family and a further endorsement cost is said', () => {
  const row = rowOf('first_certificate_other');
  expect(row.families.map(({ family, price }) => [family, price.total])).toEqual([['adult_education', 10_000]]);
  expect(row.furtherEndorsement).toBe(10_000);
  expect(rowOf('duplicate')).toMatchObject({ families: [], furtherEndorsement: null });
});

test('the review fee is the sourced one', () => {
  expect(reviewFee).toBe(5_000);
});

test('what is no longer offered is not listed, but was while it was', () => {
  expect(all.map(({ kind }) => kind)).not.toContain('renew_provisional');
  const before = priceList({ day: day('2025-06-30'), ruleSet });
  expect(dollars(rowOf('renew_provisional', before.online))).toEqual([250, 0, 250]);
});

test('each is under how one goes about it, once', () => {
  expect(online.map(({ kind }) => kind)).toContain('duplicate');
  expect(online.map(({ kind }) => kind)).toContain('temp90_to_initial');
  expect(onPaper).toEqual([]);
  expect(byDistrict.map(({ kind }) => kind)).toContain('dsap');
  expect(new Set(all.map(({ kind }) => kind)).size).toBe(all.length);
});

test('papers are said, by certificate held where that makes a difference, and sources with them', () => {
  expect(rowOf('continue_professional').needs).toEqual([{ holding: [], sentences: [], papers: [] }]);
  expect(rowOf('advance_to_professional').needs).toMatchObject([{ holding: [], papers: ['ED 126', 'Official transcripts'] }]);
  const first = rowOf('first_certificate_ct').needs;
  expect(first.map(({ holding }) => holding.length > 0)).toEqual([false, true]);
  expect(all.every(({ sources }) => sources.length > 0)).toBe(true);
});
