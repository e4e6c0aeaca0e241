import type { RuleSet } from '@/lib/rulebook/model';
import { day } from '@/lib/shared/days';
import { cents } from '@/lib/shared/money';
import { certificateOf, ruleSet } from '@/tests/support/rule-set';
import { differencesOn, isTouched, pricedBy, typesTouched, type Around } from './rule-change-rules';

const from = day('2027-01-01');

function withFee(code: string, totalCents: number): Around {
  const fees = ruleSet.fees.map((fee) => (fee.code === code ? { ...fee, totalCents: cents(totalCents), reviewCents: cents(0) } : fee));
  return { before: ruleSet, after: { ...ruleSet, fees } };
}

function withSetting(key: string, value: number): Around {
  const settings = ruleSet.settings.map((row) => (row.key === key ? { ...row, value } : row));
  return { before: ruleSet, after: { ...ruleSet, settings } };
}

function withLength(typeKey: string, length: number): Around {
  const validities: RuleSet['validities'] = ruleSet.validities.map((row) => (row.typeKey === typeKey ? { ...row, length } : row));
  return { before: ruleSet, after: { ...ruleSet, validities } };
}

describe('what a change touches', () => {
  it('is nothing where nothing is otherwise, and where only the Bureau works otherwise', () => {
    expect(differencesOn(from, { before: ruleSet, after: ruleSet })).toEqual([]);
    expect(differencesOn(from, withSetting('quality_review_share', 10))).toEqual([]);
  });

  it('is the cost of the kinds that a fee belongs to, also where it is that of one family only', () => {
    expect(differencesOn(from, withFee('PROFESSIONAL', 40_000))).toEqual([{ kind: 'advance_to_professional', aspects: ['cost'] }]);
    expect(differencesOn(from, withFee('ADULT_ED', 20_000)).map(({ aspects }) => aspects)).toContainEqual(['cost']);
  });

  it('is the window, the papers or the length where a setting or a validity says so', () => {
    const aspectsOf = (around: Around) => new Set(differencesOn(from, around).flatMap(({ aspects }) => aspects));
    expect(aspectsOf(withSetting('renewal_window', 9))).toEqual(new Set(['window']));
    expect(aspectsOf(withSetting('experience_statement_months', 30))).toEqual(new Set(['papers']));
    expect(aspectsOf(withLength('PROFESSIONAL', 5))).toEqual(new Set(['length']));
  });

  it('names the kinds that had no amount and get one', () => {
    expect(pricedBy(from, withFee('CONVERT_PERMANENT', 8000))).toEqual(['convert_permanent']);
    expect(pricedBy(from, withFee('PROFESSIONAL', 40_000))).toEqual([]);
  });
});

describe('a certificate is touched', () => {
  const touched = (typeKey: string, expiresOn: string, around: Around) =>
    isTouched(certificateOf(typeKey, expiresOn), from, { around, differences: differencesOn(from, around) });

  it('where it leads to something that costs otherwise or is valid for another time', () => {
    expect(touched('INITIAL', '2028-01-01', withFee('PROFESSIONAL', 40_000))).toBe(true);
    expect(touched('PROFESSIONAL', '2028-01-01', withFee('PROFESSIONAL', 40_000))).toBe(false);
    expect(touched('PROFESSIONAL', '2028-01-01', withLength('PROFESSIONAL', 5))).toBe(true);
  });

  it('of any type where a copy of it costs otherwise', () => {
    const around = withFee('DUPLICATE', 6000);
    expect(touched('PROFESSIONAL', '2028-01-01', around)).toBe(true);
    expect(typesTouched(around, differencesOn(from, around))).toHaveLength(ruleSet.certificateTypes.length);
    const other = withFee('PROFESSIONAL', 40_000);
    expect(typesTouched(other, differencesOn(from, other))).toEqual(expect.arrayContaining(['INITIAL', 'PROVISIONAL']));
  });

  it('by a window only where that is not open by the first day either way', () => {
    const longer = withSetting('renewal_window', 9);
    expect(touched('PROFESSIONAL', '2027-06-30', longer)).toBe(false);
    expect(touched('PROFESSIONAL', '2027-07-02', longer)).toBe(true);
    expect(touched('PROFESSIONAL', '2030-01-01', longer)).toBe(true);
  });
});
