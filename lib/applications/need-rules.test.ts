import fc from 'fast-check';
import { applicationKinds } from '@/lib/rulebook/model';
import { day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { ruleSet } from '@/tests/support/rule-set';
import { wishes, type NeedFacts } from './need-model';
import { whatIsNeeded } from './need-rules';

const before = { day: day('2025-06-30'), ruleSet };
const since = { day: day('2025-07-01'), ruleSet };
const told = (holds: string, wants: NeedFacts['wants'], more: Partial<NeedFacts> = {}): NeedFacts => ({
  ...{ holds, wants, trained: 'elsewhere', months: 0 },
  ...more,
});
const connecticut = { trained: 'connecticut' } as const;

/** Dollars now and later; undefined where no source states an amount. */
const summary = (facts: NeedFacts, asked: typeof since) =>
  whatIsNeeded(facts, asked).map(({ kind, way, price, papers, rule }) => ({
    kind,
    way: way.state,
    price: price ? [price.dueNow / 100, price.dueLater / 100] : undefined,
    papers: papers.map(({ key }) => key).filter((key) => key !== 'background_check'),
    rule,
  }));

describe('the kinds of domain.md §6.1, before and since 1 July 2025', () => {
  test.each([
    ['keep a Professional', told('PROFESSIONAL', 'keep'), { kind: 'continue_professional', price: [0, 0], papers: [], rule: 'continue-professional' }],
    ['a first one after a Connecticut program', told('nothing', 'first', connecticut), { kind: 'first_certificate_ct', price: [50, 150], papers: ['transcripts', 'program_recommendation'] }],
    ['a first one otherwise, below 20 months', told('nothing', 'first'), { kind: 'first_certificate_other', price: [50, 150], papers: ['transcripts', 'ed125'] }],
    [
      'a first one from another state, at 20 months',
      told('other_state', 'first', { months: 20 }),
      { kind: 'first_certificate_other', papers: ['transcripts', 'ed126', 'out_of_state_certificate'] },
    ],
    ['advance from a 90-day one', told('TEMP90', 'advance'), { kind: 'temp90_to_initial', price: [200, 0], papers: ['superintendent_statement'] }],
    ['advance from a Resident one', told('RESIDENT', 'advance'), { kind: 'first_certificate_ct', rule: 'resident-initial' }],
    ['remove a deficiency', told('INTERIM_INITIAL', 'deficiency'), { kind: 'remove_deficiency', price: undefined, papers: ['deficiency_proof'] }],
    ['convert a permanent one', told('STANDARD_PERMANENT', 'convert'), { kind: 'convert_permanent', price: undefined }],
    ['renew a coaching permit', told('COACH_5YR', 'keep'), { kind: 'renew_coaching_5yr', price: [0, 0], papers: ['course_certificates'] }],
    ['coach after a temporary permit', told('COACH_TEMP', 'coach'), { kind: 'coaching_5yr', price: [0, 0], papers: ['course_certificates', 'high_school_diploma'] }],
    ['add an endorsement', told('PROFESSIONAL', 'endorsement'), { kind: 'add_endorsement', way: 'online', price: [50, 50] }],
    ['coach, holding nothing', told('nothing', 'coach'), { kind: 'coaching_5yr', way: 'online', rule: 'coach-first' }],
    ['a copy', told('INITIAL', 'copy'), { kind: 'duplicate', price: [50, 0], papers: [] }],
  ])('%s', (_what, facts, expected) => {
    for (const asked of [before, since]) expect(summary(facts, asked)).toEqual([expect.objectContaining(expected)]);
  });

  test.each([
    ['advance from Initial', told('INITIAL', 'advance'), [['advance_to_provisional', [250, 0], ['ed126']]], [['advance_to_professional', [375, 0], ['ed126', 'transcripts']]]],
    [
      'advance from Provisional',
      told('PROVISIONAL', 'advance'),
      [['advance_to_professional', [375, 0], ['ed126', 'transcripts']]],
      [['advance_to_professional', [375, 0], ['ed126', 'transcripts']]],
    ],
    ['renew an Initial after service', told('INITIAL', 'keep', { months: 1 }), [['renew_initial', [200, 0], ['ed126']]], [['renew_initial', [200, 0], ['ed126']]]],
    ['renew an Initial without service', told('INITIAL', 'keep'), [['renew_initial', [200, 0], []]], [['renew_initial', [200, 0], []]]],
  ])('%s', (_what, facts, then, now) => {
    const said = (asked: typeof since) => summary(facts, asked).map(({ kind, price, papers }) => [kind, price, papers]);
    expect(said(before)).toEqual(then);
    expect(said(since)).toEqual(now);
  });

  test('a Provisional is no longer renewed: the last day and what there is instead', () => {
    expect(summary(told('PROVISIONAL', 'keep'), before)).toMatchObject([{ kind: 'renew_provisional', price: [250, 0] }]);
    const [ended] = whatIsNeeded(told('PROVISIONAL', 'keep'), since);
    expect(must(ended, 'an answer').way).toMatchObject({ state: 'ended', lastDay: '2025-06-30', instead: 'advance to a Professional certificate' });
  });

  test('what a district applies for is never offered to an educator, and no amount is made up', () => {
    const answers = summary(told('nothing', 'district'), since);
    expect(answers.map(({ kind }) => kind)).toEqual(['dsap', 'substitute', 'long_term_substitute', 'coaching_temporary', 'resident', 'temp90']);
    expect(new Set(answers.map(({ way }) => way))).toEqual(new Set(['district']));
    expect(answers.filter(({ price }) => price !== undefined)).toMatchObject([{ kind: 'coaching_temporary', price: [0, 0] }]);
  });

  test('how long the new one runs changes with the day', () => {
    const years = (asked: typeof since) => whatIsNeeded(told('nothing', 'first', connecticut), asked).map(({ validity }) => validity?.length);
    expect([years(before), years(since)]).toEqual([[3], [10]]);
  });

  test('a renewal says how long before the end its window opens', () => {
    expect(whatIsNeeded(told('PROFESSIONAL', 'keep'), since)).toMatchObject([{ window: { value: 6, unit: 'months' } }]);
    expect(whatIsNeeded(told('TEMP90', 'advance'), since)).toMatchObject([{ window: { value: 14, unit: 'days' } }]);
  });

  test('how an endorsement is added is told for each before and since 1 July 2024', () => {
    const said = (asked: string) => whatIsNeeded(told('PROFESSIONAL', 'endorsement'), { day: day(asked), ruleSet }).flatMap(({ additions }) => additions);
    expect(said('2024-06-30').filter((sentence) => sentence.includes('A passing score on the subject test'))).toEqual([]);
    expect(said('2024-07-01')).toContainEqual('Other teaching endorsements: A passing score on the subject test of the endorsement. No coursework.');
    expect(said('2024-07-01')).toContainEqual(expect.stringMatching(/^Special services endorsements are never added/));
  });

  test('where no rule with a source leads there is no answer', () => {
    expect(whatIsNeeded(told('nothing', 'copy'), since)).toEqual([]);
    expect(whatIsNeeded(told('ADULT_ED', 'keep'), since)).toEqual([]);
  });
});

const anyDay = fc.date({ min: new Date('2017-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((date) => day(date.toISOString().slice(0, 10)));
const anyFacts = fc.record({
  holds: fc.constantFrom('nothing', 'other_state', ...ruleSet.certificateTypes.map(({ key }) => key)),
  wants: fc.constantFrom(...wishes),
  trained: fc.constantFrom('connecticut', 'elsewhere'),
  months: fc.nat(200),
});

describe('whatever is asked', () => {
  test('the fee quoted is the sum of the sourced rows of that day, and never 0 where no source states one', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, asked) => {
        for (const { kind, price, way } of whatIsNeeded(facts, { day: asked, ruleSet })) {
          const holds = (row: { fromDay: string; toDay: string | null }) => row.fromDay <= asked && (row.toDay ?? '9999-12-31') >= asked;
          const codes = ruleSet.kindFees.filter((row) => row.kind === kind && row.per === 'application' && row.family === null && holds(row));
          const rows = ruleSet.fees.filter((fee) => codes.some(({ feeCode }) => feeCode === fee.code) && holds(fee));
          const isSourced = rows.length > 0 && rows.every(({ totalCents }) => totalCents !== null);
          const total = rows.reduce((sum, { totalCents }) => sum + (totalCents ?? 0), 0);
          expect(price?.total).toBe(isSourced ? total : undefined);
          if (price) expect(price.dueNow + price.dueLater).toBe(total);
          if (way.state === 'ended') expect(way.lastDay < asked).toBe(true);
        }
      }),
    );
  });

  test('the same facts have the same answer, and each names its rule and where it is written', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, asked) => {
        const needs = whatIsNeeded(facts, { day: asked, ruleSet });
        expect(whatIsNeeded({ ...facts }, { day: asked, ruleSet })).toEqual(needs);
        for (const { kind, rule, sources } of needs) {
          expect(applicationKinds).toContain(kind);
          expect([...ruleSet.transitions, ...ruleSet.kinds].map(({ key }) => key)).toContain(rule);
          expect(sources.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
