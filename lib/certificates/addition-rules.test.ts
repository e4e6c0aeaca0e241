import { day } from '@/lib/shared/days';
import { certificateOf, on, ruleSet } from '@/tests/support/rule-set';
import { addableTo, howAdded, isSameWithMore } from './addition-rules';

const english = certificateOf('PROFESSIONAL', '2030-06-30');
const added = (code: string, asked: string, certificate = english) => {
  const result = howAdded(certificate, code, on(asked));
  return result.ok ? result.value.key : result.error;
};

describe('domain.md §4, around 1 July 2024', () => {
  test.each([
    ['mathematics, by coursework and then by its test alone', '029', 'coursework', 'test-alone'],
    ['elementary', '305', 'coursework', 'not-by-test-alone'],
    ['library media', '062', 'coursework', 'not-by-test-alone'],
    ['special education', '165', 'coursework', 'not-by-test-alone'],
    ['TESOL', '111', 'coursework', 'not-by-test-alone'],
    ['bilingual', '902', 'coursework', 'not-by-test-alone'],
    ['remedial reading', '102', 'institution', 'institution'],
    ['integrated early childhood', '112', 'institution', 'institution'],
    ['integrated early childhood', '113', 'institution', 'institution'],
    ['school counselor', '068', 'endorsement_never_added', 'endorsement_never_added'],
    ['administration', '092', 'endorsement_never_added', 'endorsement_never_added'],
    ['trade and industry, of another family', '098', 'endorsement_other_family', 'endorsement_other_family'],
    ['adult education, of another family', '106', 'endorsement_other_family', 'endorsement_other_family'],
    ['what is held already', '015', 'endorsement_already_held', 'endorsement_already_held'],
    ['what is no longer given', '013', 'endorsement_not_offered', 'endorsement_not_offered'],
    ['what never was', '999', 'endorsement_not_offered', 'endorsement_not_offered'],
  ])('%s: %s', (_what, code, before, since) => {
    expect([added(code, '2024-06-30'), added(code, '2024-07-01')]).toEqual([before, since]);
  });

  test('nothing is added to a certificate of special services: what is of its family is never added', () => {
    expect(addableTo(certificateOf('PROFESSIONAL', '2030-06-30', {}, { endorsements: ['068'] }), on('2026-11-24'))).toEqual([]);
  });

  test('whatever is offered can be added, and the rule has a source', () => {
    for (const { code } of addableTo(english, on('2026-11-24'))) expect(added(code, '2026-11-24')).toMatch(/^(coursework|test-alone|not-by-test-alone|institution)$/);
    expect(ruleSet.additions.every(({ source }) => source !== '')).toBe(true);
  });
});

test('a certificate with one more endorsement and the same end is the same; a renewal is not', () => {
  const more = { ...english, number: 'K000000020', endorsements: ['015', '029'], issuedOn: day('2026-11-24') };
  expect(isSameWithMore(more, english, on('2026-11-24'))).toBe(true);
  expect(isSameWithMore({ ...more, expiresOn: day('2040-06-30') }, english, on('2026-11-24'))).toBe(false);
  expect(isSameWithMore({ ...more, typeKey: 'INITIAL' }, english, on('2026-11-24'))).toBe(false);
});
