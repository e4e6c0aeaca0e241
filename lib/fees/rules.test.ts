import fc from 'fast-check';
import { applicationKinds, type ApplicationKind } from '@/lib/rulebook/model';
import { addDays, day } from '@/lib/shared/days';
import { cents, sumCents } from '@/lib/shared/money';
import { ruleSet } from '@/tests/support/rule-set';
import type { Quote } from './model';
import { quote } from './rules';

function quoted(kind: ApplicationKind, asked = '2026-11-24', endorsements: readonly string[] = []): Quote {
  const result = quote({ kind, day: day(asked), ruleSet, endorsements });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function refused(kind: ApplicationKind, asked: string, endorsements: readonly string[] = []): string | undefined {
  const result = quote({ kind, day: day(asked), ruleSet, endorsements });
  return result.ok ? undefined : result.error;
}

describe('what it costs, now and later', () => {
  test.each<[ApplicationKind, string, readonly string[], [number, number]]>([
    ['continue_professional', '2025-06-30', [], [0, 0]],
    ['continue_professional', '2025-07-01', [], [0, 0]],
    ['advance_to_professional', '2025-06-30', [], [375, 0]],
    ['advance_to_professional', '2025-07-01', [], [375, 0]],
    ['advance_to_professional', '2026-11-24', ['015', '026', '092'], [375, 0]],
    ['advance_to_provisional', '2025-06-30', [], [250, 0]],
    ['renew_provisional', '2025-06-30', [], [250, 0]],
    ['renew_initial', '2026-11-24', [], [200, 0]],
    ['first_certificate_ct', '2026-11-24', [], [50, 150]],
    ['first_certificate_ct', '2026-11-24', ['015'], [50, 150]],
    ['first_certificate_ct', '2026-11-24', ['015', '026'], [50, 250]],
    ['first_certificate_ct', '2026-11-24', ['305', '902', '026'], [50, 350]],
    ['first_certificate_other', '2026-11-24', ['092'], [50, 150]],
    ['first_certificate_other', '2026-11-24', ['068'], [50, 150]],
    ['first_certificate_other', '2026-11-24', ['107'], [50, 50]],
    ['first_certificate_other', '2026-11-24', ['106', '107'], [50, 150]],
    ['add_endorsement', '2026-11-24', ['015'], [50, 50]],
    ['add_endorsement', '2026-11-24', ['015', '026'], [50, 150]],
    ['duplicate', '2026-11-24', [], [50, 0]],
    ['temp90_to_initial', '2026-11-24', [], [200, 0]],
    ['coaching_5yr', '2026-11-24', [], [0, 0]],
    ['renew_coaching_5yr', '2026-11-24', [], [0, 0]],
    ['coaching_temporary', '2026-11-24', [], [0, 0]],
  ])('%s on %s with %j: $%j', (kind, asked, endorsements, [now, later]) => {
    const { dueNow, dueLater, total, free } = quoted(kind, asked, endorsements);
    expect({ dueNow, dueLater, total, free }).toEqual({
      dueNow: now * 100,
      dueLater: later * 100,
      total: (now + later) * 100,
      free: now + later === 0,
    });
  });
});

describe('the parts', () => {
  test('of an advance: the review fee and the rest, both at once, of which only the rest can come back', () => {
    expect(quoted('advance_to_professional').lines).toMatchObject([
      { code: 'review_fee', cents: 5000, dueWhen: 'at_submission', refundable: false, refundStated: true, feeCode: 'PROFESSIONAL' },
      { code: 'balance', cents: 32500, dueWhen: 'at_submission', refundable: true, refundStated: true, feeCode: 'PROFESSIONAL' },
    ]);
  });

  test('of a first certificate with three endorsements: the review fee now, the rest before issue', () => {
    expect(quoted('first_certificate_ct', '2026-11-24', ['305', '015', '026']).lines).toMatchObject([
      { code: 'review_fee', cents: 5000, dueWhen: 'at_submission', feeCode: 'INITIAL', quantity: 1 },
      { code: 'balance', cents: 15000, dueWhen: 'before_issue', feeCode: 'INITIAL', quantity: 1 },
      { code: 'further_endorsements', cents: 20000, dueWhen: 'before_issue', feeCode: 'EXTRA_ENDORSEMENT_SAME_APP', quantity: 2 },
    ]);
  });

  test('of a duplicate: one fee without a review part; whether it ever comes back nobody says', () => {
    expect(quoted('duplicate').lines).toMatchObject([
      { code: 'fee', cents: 5000, dueWhen: 'at_submission', refundable: false, refundStated: false },
    ]);
  });

  test('of a free renewal: none, and a source that says so', () => {
    expect(quoted('continue_professional')).toMatchObject({ free: true, lines: [], source: 'directions;S12;S16' });
  });

  test('the amount that was read from a footnote is marked', () => {
    expect(quoted('first_certificate_ct', '2026-11-24', ['107']).lines.every(({ assumed }) => assumed)).toBe(true);
    expect(quoted('first_certificate_ct', '2026-11-24', ['015']).lines.some(({ assumed }) => assumed)).toBe(false);
  });
});

describe('no amount is quoted', () => {
  test.each<ApplicationKind>([
    'dsap',
    'substitute',
    'long_term_substitute',
    'resident',
    'temp90',
    'remove_deficiency',
    'convert_permanent',
  ])('where no source states one: %s', (kind) => {
    expect(refused(kind, '2026-11-24')).toBe('no_sourced_amount');
  });

  test.each<[string, ApplicationKind, string, readonly string[]]>([
    ['for a tier the day after it ended', 'advance_to_provisional', '2025-07-01', []],
    ['for its renewal', 'renew_provisional', '2025-07-01', []],
    ['before our knowledge begins', 'duplicate', '2016-12-31', []],
    ['for two families on one first certificate', 'first_certificate_ct', '2026-11-24', ['015', '092']],
    ['for an endorsement that does not exist', 'first_certificate_ct', '2026-11-24', ['999']],
  ])('%s', (_what, kind, asked, endorsements) => {
    expect(refused(kind, asked, endorsements)).toBe('no_fee_in_force');
  });

  test('where the fee row is missing although the kind is priced', () => {
    const without = { ...ruleSet, fees: ruleSet.fees.filter(({ code }) => code !== 'DUPLICATE') };
    expect(quote({ kind: 'duplicate', day: day('2026-11-24'), ruleSet: without })).toEqual({ ok: false, error: 'no_fee_in_force' });
  });
});

describe('of any kind on any day', () => {
  const anyDay = fc.integer({ min: 0, max: 7_000 }).map((count) => addDays(day('2016-06-01'), count));
  const anyCodes = fc.uniqueArray(fc.constantFrom(...ruleSet.endorsements.map(({ code }) => code)), { maxLength: 4 });

  test('a quote is the sum of sourced rows of that day, and adds up', () => {
    fc.assert(
      fc.property(fc.constantFrom(...applicationKinds), anyDay, anyCodes, (kind, asked, endorsements) => {
        const result = quote({ kind, day: asked, ruleSet, endorsements });
        if (!result.ok) return;
        const { lines, dueNow, dueLater, total, source } = result.value;
        const codes = [...new Set(lines.map(({ feeCode, code }) => `${feeCode} ${code === 'further_endorsements'}`))];
        const expected = codes.map((one) => {
          const [code, further] = one.split(' ');
          const rows = ruleSet.fees.filter((fee) => fee.code === code && fee.fromDay <= asked && (fee.toDay ?? asked) >= asked);
          expect(rows).toHaveLength(1);
          return cents((rows[0]?.totalCents ?? Number.NaN) * (further === 'true' ? endorsements.length - 1 : 1));
        });
        expect(total).toBe(sumCents(expected));
        expect(dueNow + dueLater).toBe(total);
        expect(new Set(lines.map(({ code }) => code)).size).toBe(lines.length);
        expect(lines.every((line) => line.cents > 0 && line.source.length > 0)).toBe(true);
        expect(source).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test('an amount that nobody has stated never turns into nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...applicationKinds), anyDay, (kind, asked) => {
        const nameless = { ...ruleSet, fees: ruleSet.fees.map((fee) => ({ ...fee, totalCents: null, reviewCents: null })) };
        const result = quote({ kind, day: asked, ruleSet: nameless });
        expect(result.ok).toBe(false);
      }),
    );
  });
});
