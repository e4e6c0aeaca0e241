import type { PublicCertificate } from '@/lib/certificates/public-queries';
import { day } from '@/lib/shared/days';
import { on } from '@/tests/support/rule-set';
import { holderOf, publicStatus } from './public-status';

const certificate: PublicCertificate = {
  number: 'K00004K2',
  firstName: 'Rosa',
  lastName: 'Diaz',
  suffix: null,
  typeKey: 'PROFESSIONAL',
  typeName: 'Professional Educator Certificate',
  issuedOn: day('2022-07-01'),
  effectiveOn: day('2022-07-01'),
  expiresOn: day('2027-06-30'),
  endorsementCodes: [],
  endorsementTitles: [],
};

test.each([
  ['2022-06-30', 'Not yet valid', 'info'],
  ['2022-07-01', 'Valid through June 30, 2027', 'success'],
  ['2027-06-30', 'Valid through June 30, 2027', 'success'],
  ['2027-07-01', 'Ended on June 30, 2027', 'error'],
])('on %s: %s', (asked, words, tone) => {
  expect(publicStatus(certificate, on(asked))).toEqual({ words, tone, through: '2027-06-30', whyMoved: null });
});

test('an Initial runs to the end that the law has moved', () => {
  const typeName = 'Initial Educator Certificate';
  const initial = { ...certificate, typeKey: 'INITIAL', typeName, issuedOn: day('2023-07-01'), expiresOn: day('2026-06-30') };
  expect(publicStatus(initial, on('2026-11-24'))).toMatchObject({
    words: 'Valid through June 30, 2033',
    whyMoved:
      'The paper may show an earlier end. By law an Initial Educator Certificate valid on July 1, 2025 runs 10 years from its issue.',
  });
  expect(publicStatus(initial, on('2025-06-30'))).toMatchObject({ words: 'Valid through June 30, 2026', whyMoved: null });
});

test('one without an end says so', () => {
  const permanent = { ...certificate, typeKey: 'STANDARD_PERMANENT', expiresOn: null };
  expect(publicStatus(permanent, on('2026-11-24')).words).toBe('Valid, with no end date');
});

test('the name is written out with its suffix', () => {
  expect(holderOf(certificate)).toBe('Rosa Diaz');
  expect(holderOf({ ...certificate, suffix: 'Jr' })).toBe('Rosa Diaz Jr');
});
