import { day } from '@/lib/shared/days';
import { isSameCertificate, saysTheSame } from './import-certificate-rules';

const english = {
  ...{ typeKey: 'PROFESSIONAL', endorsements: ['015'], issuedOn: day('2022-01-15') },
  ...{ effectiveOn: day('2022-01-15'), expiresOn: day('2027-01-14') },
};

test.each([
  ['itself', {}, true],
  ['itself with an endorsement more', { endorsements: ['015', '029'] }, true],
  ['itself without its endorsements', { endorsements: [] }, true],
  ['one for administrators issued the same day', { endorsements: ['092'] }, false],
  ['its renewal', { issuedOn: day('2027-01-15') }, false],
  ['an Initial of the same day', { typeKey: 'INITIAL' }, false],
])('a certificate and %s are the same or not', (_what, change, isSame) => {
  expect(isSameCertificate(english, { ...english, ...change })).toBe(isSame);
});

test.each([
  ['the order of its endorsements', { endorsements: ['029', '015'] }, true],
  ['an endorsement', { endorsements: ['015'] }, false],
  ['its end', { expiresOn: day('2032-01-14') }, false],
  ['its first day', { effectiveOn: day('2022-02-01') }, false],
])('a file that differs in %s agrees with the record or not', (_what, change, agrees) => {
  const both = { ...english, endorsements: ['015', '029'] };
  expect(saysTheSame(both, { ...both, ...change })).toBe(agrees);
});
