import fc from 'fast-check';
import { applicationKinds, type ApplicationKind } from '@/lib/rulebook/model';
import { addDays, addMonths, day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { certificateOf, on, ruleSet } from '@/tests/support/rule-set';
import type { Availability, CertificateFacts, OpenApplication } from './model';
import { firstSteps, leadsNowhere, nextStepsFor, stepOfKind } from './rules';

function ways(certificate: CertificateFacts, asked: string, open: readonly OpenApplication[] = []): Record<string, Availability> {
  return Object.fromEntries(nextStepsFor(certificate, on(asked, open)).map((step) => [step.kind, step.availability]));
}

const open = { state: 'open', inTimeThrough: null, lapsedAfter: null } as const;
const noMoreSince2025 = { state: 'closed', because: { reason: 'no_longer_offered', lastDay: '2025-06-30', instead: 'advance_to_professional' } };

describe('a Professional', () => {
  const professional = certificateOf('PROFESSIONAL', '2027-06-30');

  test.each([
    ['a day before the window', '2026-12-29', { state: 'opens', on: '2026-12-30', inTimeThrough: '2027-06-30' }],
    ['the day the window opens', '2026-12-30', { ...open, inTimeThrough: '2027-06-30' }],
    ['on the last day', '2027-06-30', { ...open, inTimeThrough: '2027-06-30' }],
    ['the day after the end', '2027-07-01', { ...open, lapsedAfter: '2027-06-30' }],
    ['years after the end', '2031-01-01', { ...open, lapsedAfter: '2027-06-30' }],
  ])('can be renewed: %s', (_what, asked, expected) => {
    expect(ways(professional, asked).continue_professional).toEqual(expected);
  });

  test('can be renewed in the era of three tiers as in that of two', () => {
    const older = certificateOf('PROFESSIONAL', '2025-07-31', { issuedOn: '2020-08-01' });
    expect(['2025-06-30', '2025-07-01'].map((asked) => ways(older, asked).continue_professional?.state)).toEqual(['open', 'open']);
  });

  test('ending on 31 August can be renewed from the last day of February', () => {
    expect(ways(certificateOf('PROFESSIONAL', '2027-08-31'), '2027-02-27').continue_professional).toMatchObject({ on: '2027-02-28' });
    expect(ways(certificateOf('PROFESSIONAL', '2028-08-31'), '2028-02-28').continue_professional).toMatchObject({ on: '2028-02-29' });
  });

  test('asks for nothing', () => {
    const step = must(stepOfKind(nextStepsFor(professional, on('2027-01-01')), 'continue_professional'), 'a step');
    expect(step).toMatchObject({ toType: 'PROFESSIONAL', conditions: [], source: 'directions;S14;S16;S51;S72' });
  });

  test('has no other way on but an endorsement and a duplicate', () => {
    expect(Object.keys(ways(professional, '2027-01-01'))).toEqual(['continue_professional', 'duplicate', 'add_endorsement']);
  });
});

describe('an Initial', () => {
  const initial = certificateOf('INITIAL', '2026-01-14', { issuedOn: '2023-01-15' });

  test('advances to Provisional through 30 June 2025 and to Professional from 1 July', () => {
    const before = ways(initial, '2025-06-30');
    expect(before.advance_to_provisional).toEqual(open);
    expect(before.advance_to_professional).toEqual({ state: 'opens', on: '2025-07-01', inTimeThrough: null });
    const since = ways(initial, '2025-07-01');
    expect(since.advance_to_provisional).toEqual(noMoreSince2025);
    expect(since.advance_to_professional).toEqual(open);
  });

  test('says by which rule it advances, old and new', () => {
    const rules = (asked: string) => nextStepsFor(initial, on(asked)).map((step) => [step.kind, step.rule]);
    expect(rules('2025-06-30')).toContainEqual(['advance_to_provisional', 'advance-initial-provisional']);
    expect(rules('2025-07-01')).toContainEqual(['advance_to_professional', 'advance-initial-professional']);
    const step = must(stepOfKind(nextStepsFor(initial, on('2025-07-01')), 'advance_to_professional'), 'a step');
    expect(step.conditions.map(({ key }) => key)).toEqual(['service_50_months', 'team', 'advanced_coursework']);
    expect(step.toType).toBe('PROFESSIONAL');
  });

  test('unexpired on 1 July 2025 is renewed six months before its tenth year ends', () => {
    expect(ways(initial, '2026-11-24').renew_initial).toEqual({ state: 'opens', on: '2032-07-14', inTimeThrough: '2033-01-14' });
    expect(ways(initial, '2032-07-14').renew_initial).toEqual({ ...open, inTimeThrough: '2033-01-14' });
  });

  test('asked before the change, the window that the new law moves is not promised', () => {
    const ending = certificateOf('INITIAL', '2026-03-14', { issuedOn: '2023-03-15' });
    expect(ways(ending, '2025-06-30').renew_initial).toEqual({ state: 'opens', on: '2032-09-14', inTimeThrough: '2033-03-14' });
  });

  test('lapsed on 30 June 2025 may still be renewed or advanced, late', () => {
    const lapsed = certificateOf('INITIAL', '2025-06-30', { issuedOn: '2022-07-01' });
    expect(ways(lapsed, '2025-07-01')).toMatchObject({
      renew_initial: { ...open, lapsedAfter: '2025-06-30' },
      advance_to_professional: { ...open, lapsedAfter: '2025-06-30' },
    });
  });

  test('is renewed on the conditions of the day', () => {
    const lapsed = certificateOf('INITIAL', '2025-06-30', { issuedOn: '2022-07-01' });
    const keys = (asked: string) =>
      stepOfKind(nextStepsFor(lapsed, on(asked)), 'renew_initial')?.conditions.map(({ key }) => key);
    expect(keys('2025-06-30')).toEqual(['initial_reissued_at_most_5_times', 'experience_if_served']);
    expect(keys('2025-07-01')).toEqual(['initial_not_served_or_not_ready', 'experience_if_served']);
  });
});

describe('a Provisional', () => {
  const provisional = certificateOf('PROVISIONAL', '2027-06-30', { issuedOn: '2019-07-01' });

  test('could be renewed through 30 June 2025 and not since; it advances to Professional instead', () => {
    const ending = certificateOf('PROVISIONAL', '2025-07-31', { issuedOn: '2017-08-01' });
    expect(ways(ending, '2025-06-30').renew_provisional).toEqual({ ...open, inTimeThrough: '2025-07-31' });
    expect(ways(ending, '2025-07-01').renew_provisional).toEqual(noMoreSince2025);
    expect(ways(ending, '2025-07-01').advance_to_professional).toEqual(open);
  });

  test('whose window would open after the law ended it is not told that it opens', () => {
    expect(ways(provisional, '2024-01-01').renew_provisional).toEqual(noMoreSince2025);
  });

  test('advances to Professional in both eras, each on its own conditions', () => {
    const rule = (asked: string) => stepOfKind(nextStepsFor(provisional, on(asked)), 'advance_to_professional')?.rule;
    expect(rule('2025-06-30')).toBe('advance-provisional-professional-2017');
    expect(rule('2025-07-01')).toBe('advance-provisional-professional-2025');
  });

  test('lapsed may still advance, and a person decides', () => {
    expect(ways(provisional, '2027-07-01').advance_to_professional).toEqual({ ...open, lapsedAfter: '2027-06-30' });
  });
});

describe('other types', () => {
  test.each<[string, ApplicationKind, string, string | null]>([
    ['DSAP', 'dsap', 'district_starts', 'ED 177'],
    ['SUB_NO_BA', 'substitute', 'district_starts', 'ED 174'],
  ])('from %s, %s is %s', (typeKey, kind, reason, form) => {
    const certificate = certificateOf(typeKey, '2027-06-30');
    expect(ways(certificate, '2026-11-24')[kind]).toEqual({ state: 'closed', because: { reason, form } });
  });

  test.each<[string, ApplicationKind, Availability]>([
    ['INTERIM_INITIAL', 'remove_deficiency', open],
    ['INTERIM_INITIAL_NR', 'remove_deficiency', open],
    ['TEMP90', 'temp90_to_initial', { state: 'opens', on: day('2027-06-16'), inTimeThrough: null }],
    ['STANDARD_PERMANENT', 'convert_permanent', open],
    ['COACH_5YR', 'renew_coaching_5yr', { state: 'opens', on: day('2026-12-30'), inTimeThrough: day('2027-06-30') }],
    ['COACH_TEMP', 'coaching_5yr', open],
    ['INITIAL', 'add_endorsement', open],
  ])('from %s, %s is taken online', (typeKey, kind, expected) => {
    expect(ways(certificateOf(typeKey, '2027-06-30'), '2026-11-24')[kind]).toEqual(expected);
  });

  test('a form that is not taken online is said to be on paper', () => {
    const kinds = ruleSet.kinds.map((kind) => ({ ...kind, takenOnline: kind.key !== 'convert_permanent' }));
    const steps = nextStepsFor(certificateOf('STANDARD_PERMANENT', null), { ...on('2026-11-24'), ruleSet: { ...ruleSet, kinds } });
    expect(stepOfKind(steps, 'convert_permanent')?.availability).toEqual({ state: 'closed', because: { reason: 'on_paper', form: 'ED 176A' } });
  });

  test('nothing is added to a certificate that has ended, from the day after on', () => {
    const ending = certificateOf('PROFESSIONAL', '2027-06-30');
    expect(ways(ending, '2027-06-30').add_endorsement).toEqual(open);
    expect(ways(ending, '2027-07-01').add_endorsement).toEqual({ state: 'closed', because: { reason: 'certificate_lapsed', through: '2027-06-30' } });
  });

  test.each(['RESIDENT', 'DSAP'])('from %s one applies for an Initial', (typeKey) => {
    expect(ways(certificateOf(typeKey, '2027-06-30'), '2026-11-24').first_certificate_ct).toEqual(open);
  });

  test.each(['ADULT_ED', 'VITP', 'MIL_SPOUSE', 'SUB_LONG'])('%s leads only to a copy of itself', (typeKey) => {
    expect(leadsNowhere(nextStepsFor(certificateOf(typeKey, '2027-06-30'), on('2026-11-24')))).toBe(true);
  });

  test('a Professional without an end has nothing to renew', () => {
    expect(ways(certificateOf('PROFESSIONAL', null), '2026-11-24').continue_professional).toEqual({
      state: 'closed',
      because: { reason: 'never_ends' },
    });
  });
});

describe('what stands in the way', () => {
  const professional = certificateOf('PROFESSIONAL', '2027-06-30');
  const started = { reference: 'A00000017', kind: 'continue_professional', certificateId: professional.id };

  test('an application under way for the same certificate, and only for that', () => {
    const closed = { state: 'closed', because: { reason: 'application_open', reference: 'A00000017' } };
    expect(ways(professional, '2027-01-01', [started]).continue_professional).toEqual(closed);
    expect(ways(professional, '2027-01-01', [started]).duplicate).toEqual(open);
    expect(ways({ ...professional, id: 'another' }, '2027-01-01', [started]).continue_professional?.state).toBe('open');
  });

  test('a certificate that took its place, though a copy may be had', () => {
    const followed = { ...professional, followedBy: { number: 'K000000020', from: day('2027-07-01') } };
    const closed = { state: 'closed', because: { reason: 'already_followed', number: 'K000000020', from: '2027-07-01' } };
    expect(ways(followed, '2027-05-01')).toEqual({ continue_professional: closed, add_endorsement: closed, duplicate: open });
  });

  test('revocation, even of a copy', () => {
    const ended = { because: 'revoked', on: day('2026-03-01') } as const;
    const closed = { state: 'closed', because: { reason: 'certificate_ended', ended } };
    expect(ways({ ...professional, ended }, '2026-03-01')).toEqual({ continue_professional: closed, add_endorsement: closed, duplicate: closed });
    expect(ways({ ...professional, ended }, '2026-02-28').duplicate).toEqual(open);
  });
});

describe('somebody who holds nothing', () => {
  test('applies for a first certificate, after a Connecticut program or otherwise, or for a coaching permit', () => {
    const steps = firstSteps(on('2026-11-24'));
    expect(steps.map(({ kind, toType, certificateId, availability }) => [kind, toType, certificateId, availability])).toEqual([
      ['first_certificate_ct', 'INITIAL', null, open],
      ['first_certificate_other', 'INITIAL', null, open],
      ['coaching_5yr', 'COACH_5YR', null, open],
    ]);
  });

  test('goes on with the application already under way', () => {
    const started = { reference: 'A00000025', kind: 'first_certificate_ct', certificateId: null };
    const [ct, other] = firstSteps(on('2026-11-24', [started]));
    expect(ct?.availability).toMatchObject({ because: { reason: 'application_open', reference: 'A00000025' } });
    expect(other?.availability).toEqual(open);
  });

  test('cannot apply before our knowledge of the rules begins', () => {
    expect(firstSteps(on('2016-12-31'))[0]?.availability).toEqual({ state: 'opens', on: '2017-01-01', inTimeThrough: null });
  });
});

describe('of any certificate on any day', () => {
  const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('1980-01-01'), count));
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
  const anyCertificate = fc
    .record({
      typeKey: fc.constantFrom(...ruleSet.certificateTypes.map(({ key }) => key)),
      issuedOn: anyDay,
      expiresOn: maybe(anyDay),
      followed: maybe(anyDay),
      ended: maybe(anyDay),
    })
    .map(({ typeKey, issuedOn, expiresOn, followed, ended }) =>
      certificateOf(typeKey, expiresOn, { issuedOn }, {
        followedBy: followed && { number: 'K000000020', from: followed },
        ended: ended && { because: 'revoked', on: ended },
      }),
    );
  const anyOpen = fc.array(
    fc.record({
      reference: fc.constant('A00000017'),
      kind: fc.constantFrom(...applicationKinds),
      certificateId: maybe(fc.constant(certificateOf('INITIAL', null).id)),
    }),
    { maxLength: 3 },
  );

  test('there is always an answer, one for each kind, and each names its rule and sources', () => {
    fc.assert(
      fc.property(anyCertificate, anyDay, anyOpen, (certificate, asked, opened) => {
        const steps = nextStepsFor(certificate, on(asked, opened));
        expect(new Set(steps.map(({ kind }) => kind)).size).toBe(steps.length);
        expect(stepOfKind(steps, 'duplicate')).toBeDefined();
        for (const step of steps) {
          const rule = ruleSet.transitions.find(({ key }) => key === step.rule);
          expect(rule).toMatchObject({ kind: step.kind, source: step.source });
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('what opens on a day is open on that day and not the day before', () => {
    fc.assert(
      fc.property(anyCertificate, anyDay, (certificate, asked) => {
        for (const { kind, availability } of nextStepsFor({ ...certificate, ended: null }, on(asked))) {
          if (availability.state !== 'opens') continue;
          const at = (when: string) => ways({ ...certificate, ended: null }, when)[kind]?.state;
          expect([availability.on > asked, at(availability.on), at(addDays(availability.on, -1))]).toEqual([true, 'open', 'opens']);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a Professional can be renewed exactly from six months before its end', () => {
    fc.assert(
      fc.property(anyDay.filter((end) => end > '2018-01-01'), (end) => {
        const certificate = certificateOf('PROFESSIONAL', end, { issuedOn: '2017-01-01' });
        const opening = addMonths(end, -6);
        expect(ways(certificate, opening).continue_professional).toEqual({ ...open, inTimeThrough: end });
        expect(ways(certificate, addDays(opening, -1)).continue_professional).toMatchObject({ state: 'opens', on: opening });
      }),
    );
  });
});
