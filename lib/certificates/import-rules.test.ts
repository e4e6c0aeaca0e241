import fc from 'fast-check';
import { day } from '@/lib/shared/days';
import { ruleSet } from '@/tests/support/rule-set';
import { addressColumns, registryColumns, type Refusal, type RegistryCells } from './import-model';
import { readRegistryRow } from './import-rules';

const asked = { day: day('2026-11-24'), ruleSet };
const good: RegistryCells = {
  ...{ ein: '1000000007', ssn: '412-15-0001', last_name: "O'Brien", first_name: 'Ana', middle_name: '', suffix: 'Jr' },
  ...{ previous_last_names: 'Ruiz|Lund; Ruiz', date_of_birth: '1980-04-27', email: 'ana@example.org' },
  ...{ certificate_type: 'professional', endorsements: '13;029', issued_on: '2022-01-15', effective_on: '2022-02-01' },
  ...{ expires_on: '2027-01-31' },
};

function refusalsOf(change: RegistryCells): readonly Refusal[] {
  const row = readRegistryRow({ ...good, ...change }, asked);
  return row.ok ? [] : row.error;
}

function taken(change: RegistryCells) {
  const row = readRegistryRow({ ...good, ...change }, asked);
  if (!row.ok) throw new Error(`Refused: ${row.error.join()}`);
  return row.value;
}

test('a row says who the person is and which certificate they hold', () => {
  const { person, certificate, notes } = taken({});
  expect(person).toMatchObject({ ein: '1000000007', lastName: "O'Brien", firstName: 'Ana', middleName: null, suffix: 'Jr' });
  expect(person.previousLastNames).toEqual(['Ruiz', 'Lund']);
  expect([person.ssn?.reveal(), person.birthDate.reveal()]).toEqual(['412150001', '1980-04-27']);
  expect(certificate).toEqual({
    ...{ typeKey: 'PROFESSIONAL', endorsements: ['013', '029'] },
    ...{ issuedOn: '2022-01-15', effectiveOn: '2022-02-01', expiresOn: '2027-01-31' },
  });
  expect(notes).toEqual([]);
});

test.each<[string, RegistryCells, Refusal[]]>([
  ['an EIN with letters', { ein: 'CT12345678' }, ['ein_malformed']],
  ['an EIN of eleven digits', { ein: '10000000071' }, ['ein_malformed']],
  ['no EIN', { ein: '' }, ['ein_malformed']],
  ['the SSN in the place of the EIN', { ein: '412150001' }, ['ein_is_ssn']],
  ['an SSN nobody was ever given', { ssn: '666-15-0001' }, ['ssn_impossible']],
  ['an SSN of eight digits', { ssn: '41215001' }, ['ssn_impossible']],
  ['no last name', { last_name: '  ' }, ['last_name_unusable']],
  ['a first name with an invisible character', { first_name: 'A\u202Ena' }, ['first_name_unusable']],
  ['a previous name nobody could write', { previous_last_names: 'x'.repeat(101) }, ['other_names_unusable']],
  ['eleven previous names', { previous_last_names: 'abcdefghijk'.split('').join('|') }, ['other_names_unusable']],
  ['letters that were lost on the way', { last_name: 'Nu\uFFFDez' }, ['not_utf8']],
  ['a birth date that does not exist', { date_of_birth: '1981-02-29' }, ['birth_date_malformed']],
  ['a birth date in another order', { date_of_birth: '04/27/1980' }, ['birth_date_malformed']],
  ['a certificate at fifteen', { date_of_birth: '2006-01-16' }, ['birth_date_unlikely']],
  ['a type that is in no rulebook', { certificate_type: 'MASTER' }, ['certificate_type_unknown']],
  ['an endorsement that is in no rulebook', { endorsements: '029;777' }, ['endorsement_unknown']],
  ['no day of issue', { issued_on: '' }, ['issued_on_malformed']],
  ['a day of issue to come', { issued_on: '2026-11-25', effective_on: '' }, ['issued_on_to_come']],
  ['a first day that does not exist', { effective_on: '2022-13-01' }, ['effective_on_malformed']],
  ['an end that does not exist', { expires_on: '2027-06-31' }, ['expires_on_malformed']],
  ['a Professional without an end', { expires_on: '' }, ['expires_on_missing']],
  ['an end before the start', { expires_on: '2022-01-31' }, ['ends_before_it_starts']],
  ['an endorsement without a type', { certificate_type: '' }, ['certificate_type_unknown']],
])('%s is refused', (_what, change, refusals) => {
  expect(refusalsOf(change)).toEqual(refusals);
});

test('everything that is wrong is told at once', () => {
  expect(refusalsOf({ ein: 'x', date_of_birth: 'x', certificate_type: 'x', expires_on: 'x' })).toEqual([
    ...['ein_malformed', 'birth_date_malformed', 'certificate_type_unknown', 'expires_on_malformed'],
  ]);
});

test('a person without an SSN, or without a certificate, is taken', () => {
  expect(taken({ ssn: '' }).person.ssn).toBeUndefined();
  const none = { certificate_type: '', endorsements: '', issued_on: '', effective_on: '', expires_on: ' ' };
  expect(taken(none).certificate).toBeNull();
});

test('a certificate is effective on its day of issue where nothing else is said, and a permanent one has no end', () => {
  expect(taken({ effective_on: '' }).certificate?.effectiveOn).toBe('2022-01-15');
  expect(taken({ certificate_type: 'STANDARD_PERMANENT', expires_on: '' }).certificate?.expiresOn).toBeNull();
});

test('a bad email or telephone number is left out, and said', () => {
  const { person, notes } = taken({ email: 'ana at example', phone: '860\u200B5550100', city: 'Hartford' });
  expect(person.contact).toMatchObject({ email: null, phone: null, city: 'Hartford' });
  expect(notes).toEqual(['email_left_out', 'address_left_out']);
});

test('whatever stands in the cells, the answer is a row or codes of ours, never what was in them', () => {
  const cell = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(good)));
  const cells = fc.record(Object.fromEntries([...registryColumns, ...addressColumns].map((name) => [name, cell])));
  fc.assert(
    fc.property(cells, (row) => {
      const read = readRegistryRow(row, asked);
      const said = JSON.stringify(read.ok ? read.value.notes : read.error);
      expect(said).toMatch(/^\[("[a-z0-9_]+",?)*\]$/);
      if (read.ok) expect(JSON.stringify(read.value.person)).toContain('"birthDate":"[redacted]"');
    }),
  );
});
