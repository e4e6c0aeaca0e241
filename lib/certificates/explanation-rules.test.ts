import fc from 'fast-check';
import type { ApplicationKind } from '@/lib/rulebook/model';
import { addDays, day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { certificateOf, on, ruleSet } from '@/tests/support/rule-set';
import { explain, explainStanding } from './explanation-rules';
import type { CertificateFacts, OpenApplication } from './model';
import { firstSteps, nextStepsFor, stepOfKind } from './rules';
import { standingOn } from './validity';

function said(certificate: CertificateFacts, kind: ApplicationKind, asked: string, opened: readonly OpenApplication[] = []): string[] {
  const situation = on(asked, opened);
  const { headline, details } = explain(must(stepOfKind(nextStepsFor(certificate, situation), kind), 'a step'), situation);
  return [headline, ...details];
}

function standingSaid(certificate: CertificateFacts, asked: string): readonly string[] {
  return explainStanding(standingOn(certificate, on(asked)), certificate, ruleSet);
}

const professional = certificateOf('PROFESSIONAL', '2027-07-01');
const provisional = certificateOf('PROVISIONAL', '2027-06-30', { issuedOn: '2019-07-01' });

const hardship =
  'The Commissioner may extend it once, by up to 24 months, for hardship, if you have held it within the last year: ask the Bureau of Certification.';

describe('a step is explained', () => {
  test('that opens later, with the day', () => {
    expect(said(professional, 'continue_professional', '2026-11-24')).toEqual([
      'You can renew this Professional certificate from January 1, 2027.',
      'Submit by the end of July 1, 2027, Eastern Time, and the new certificate starts on July 2, 2027.',
      'It is best to apply by May 20, 2027.',
    ]);
  });

  test('that is open; the advised day is not mentioned once it is past', () => {
    expect(said(professional, 'continue_professional', '2027-06-30')).toEqual([
      'You can renew this Professional certificate now.',
      'Submit by the end of July 1, 2027, Eastern Time, and the new certificate starts on July 2, 2027.',
    ]);
  });

  test('that costs something must be paid in time too', () => {
    const initial = certificateOf('INITIAL', '2036-06-30', { issuedOn: '2026-07-01' });
    expect(said(initial, 'renew_initial', '2036-06-01')[1]).toBe(
      'Submit by the end of June 30, 2036, Eastern Time, with the fee due then paid, and the new certificate starts on July 1, 2036.',
    );
  });

  test('that is late', () => {
    expect(said(professional, 'continue_professional', '2027-07-02')).toEqual([
      'You can still ask to renew this Professional certificate.',
      'The certificate ended on July 1, 2027, so a person at the Bureau decides.',
      'New tests or coursework may be asked for. A new certificate would start on the day it is issued.',
    ]);
  });

  test('that the law has ended, with what there is instead', () => {
    expect(said(provisional, 'renew_provisional', '2026-11-24')).toEqual([
      'Provisional certificates are no longer issued or renewed under this name.',
      'The last day to apply was June 30, 2025.',
      'Instead you may be able to advance to a Professional certificate.',
    ]);
  });

  test('that goes another way', () => {
    expect(said(certificateOf('DSAP', '2027-06-30'), 'dsap', '2026-11-24')[0]).toBe(
      'A school district applies for this, with form ED 177.',
    );
  });

  test('that something stands in the way of', () => {
    const started = { reference: 'A00000017', kind: 'duplicate', certificateId: professional.id };
    const followed = { ...professional, followedBy: { number: 'K000000020', from: day('2027-07-02') } };
    const revoked = { ...professional, ended: { because: 'revoked', on: day('2026-03-01') } as const };
    expect([
      said(professional, 'duplicate', '2026-11-24', [started])[0],
      said(followed, 'continue_professional', '2027-05-01')[0],
      said(revoked, 'duplicate', '2026-11-24')[0],
      said(certificateOf('PROFESSIONAL', null), 'continue_professional', '2026-11-24')[0],
      said(certificateOf('PROFESSIONAL', '2026-11-23'), 'add_endorsement', '2026-11-24')[0],
    ]).toEqual([
      'You have already started this: application A000-00017.',
      'Certificate K000-000020 takes the place of this one from July 2, 2027.',
      'This certificate was revoked on March 1, 2026.',
      'This certificate has no end date, so there is nothing to renew.',
      'This certificate ended on November 23, 2026, so no endorsement can be added to it.',
    ]);
  });

  test('for somebody who holds nothing yet', () => {
    const situation = on('2026-11-24');
    expect(firstSteps(situation).map((step) => explain(step, situation).headline)).toEqual([
      'You can apply for a first certificate after a Connecticut program now.',
      'You can apply for a first certificate now.',
      'You can apply for a five-year coaching permit now.',
    ]);
  });

  test('with where the rule comes from', () => {
    const situation = on('2026-11-24');
    const step = must(stepOfKind(nextStepsFor(professional, situation), 'continue_professional'), 'a step');
    expect(explain(step, situation).sources.map(({ key }) => key)).toEqual(['directions', 'S14', 'S16', 'S51', 'S72']);
  });
});

describe('where a certificate stands is explained', () => {
  test.each<[string, CertificateFacts, string, string[]]>([
    ['current', professional, '2026-11-24', ['Valid through July 1, 2027.']],
    ['ending', provisional, '2027-02-01', ['Valid through June 30, 2027.', hardship]],
    [
      'lapsed',
      provisional,
      '2027-07-01',
      ['Ended on June 30, 2027. You may not serve under it after that day.', hardship],
    ],
    ['not begun', { ...professional, effectiveOn: day('2027-01-01') }, '2026-11-24', ['Valid from January 1, 2027 through July 1, 2027.']],
    ['without an end', certificateOf('STANDARD_PERMANENT', null), '2026-11-24', ['Valid. It has no end date.']],
    [
      'followed',
      { ...professional, followedBy: { number: 'K000000020', from: day('2026-07-01') } },
      '2026-11-24',
      ['Certificate K000000020 took its place on July 1, 2026.'],
    ],
    [
      'revoked',
      { ...professional, ended: { because: 'revoked', on: day('2026-03-01') } },
      '2026-11-24',
      ['It was revoked on March 1, 2026.'],
    ],
    [
      'moved by law',
      certificateOf('INITIAL', '2026-01-14', { issuedOn: '2023-01-15' }),
      '2026-11-24',
      [
        'Valid through January 14, 2033.',
        'The paper says January 14, 2026. Since July 1, 2025 an Initial Educator Certificate runs 10 years from its issue.',
      ],
    ],
  ])('%s', (_what, certificate, asked, sentences) => {
    expect(standingSaid(certificate, asked)).toEqual(sentences);
  });
});

test('there is a sentence for any certificate on any day, with nothing left unsaid in it', () => {
  const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('1980-01-01'), count));
  const types = ruleSet.certificateTypes.map(({ key }) => key);
  fc.assert(
    fc.property(fc.constantFrom(...types), anyDay, fc.option(anyDay, { nil: null }), anyDay, (typeKey, issuedOn, end, asked) => {
      const certificate = certificateOf(typeKey, end, { issuedOn });
      const situation = on(asked);
      const explained = nextStepsFor(certificate, situation).map((step) => explain(step, situation));
      const sentences = [
        ...explained.flatMap(({ headline, details }) => [headline, ...details]),
        ...explainStanding(standingOn(certificate, situation), certificate, ruleSet),
      ];
      expect(explained.every(({ sources }) => sources.length > 0)).toBe(true);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z](?!.*(undefined|null|NaN|\[object|_|\s,)).*\.$/);
    }),
    { numRuns: 500 },
  );
});
