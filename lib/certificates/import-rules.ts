import { isPossibleSsn } from '@/lib/identity/model';
import type { RuleSet } from '@/lib/rulebook/model';
import { parseDay, yearsBetween, type Day } from '@/lib/shared/days';
import { emailAddress } from '@/lib/shared/email-address';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { secret } from '@/lib/shared/secret';
import { cellLine, cellText, optionalCellLine, refusalsAmong } from './import-cell-rules';
import { readCertificate } from './import-certificate-rules';
import {
  addressColumns,
  type Note,
  type Refusal,
  type RegistryCells,
  type RegistryCertificate,
  type RegistryContact,
  type RegistryPerson,
} from './import-model';

type Read = {
  readonly person: RegistryPerson;
  /** Null for somebody who has an EIN and no certificate yet. */
  readonly certificate: RegistryCertificate | null;
  readonly notes: readonly Note[];
};

const mostPreviousNames = 10;

/** What a row of the registry says by the rulebook of a day, or everything that is wrong with it. */
export function readRegistryRow(
  cells: RegistryCells,
  asked: { readonly day: Day; readonly ruleSet: RuleSet },
): Result<Read, readonly Refusal[]> {
  if (Object.values(cells).some((cell) => cell.includes('\uFFFD'))) return err(['not_utf8']);
  const person = readPerson(cells);
  const certificate = readCertificate(cells, asked);
  if (!person.ok || !certificate.ok) {
    return err([...(person.ok ? [] : person.error), ...(certificate.ok ? [] : certificate.error)]);
  }
  const age = yearsBetween(person.value.birthDate.reveal(), certificate.value?.issuedOn ?? asked.day);
  if (age < 16 || age > 120) return err(['birth_date_unlikely']);
  const { contact, notes } = readContact(cells);
  return ok({ person: { ...person.value, contact }, certificate: certificate.value, notes });
}

function readPerson(cells: RegistryCells): Result<Omit<RegistryPerson, 'contact'>, readonly Refusal[]> {
  const ein = cellText(cells.ein);
  const ssn = cellText(cells.ssn).replace(/[\s-]/g, '');
  const lastName = cellLine(cells.last_name);
  const firstName = cellLine(cells.first_name);
  const others = readOtherNames(cells);
  const birthDate = parseDay(cellText(cells.date_of_birth));
  const wrong = refusalsAmong([
    [!/^\d{1,10}$/.test(ein), 'ein_malformed'],
    [ssn !== '' && !isPossibleSsn(ssn), 'ssn_impossible'],
    [ssn !== '' && ssn === ein, 'ein_is_ssn'],
    [!lastName, 'last_name_unusable'],
    [!firstName, 'first_name_unusable'],
    [!others, 'other_names_unusable'],
    [!birthDate, 'birth_date_malformed'],
  ]);
  if (wrong.length > 0) return err(wrong);
  return ok({
    ...{ ein, ssn: ssn === '' ? undefined : secret(ssn), birthDate: secret(must(birthDate, 'a birth date')) },
    ...{ firstName: must(firstName, 'a first name'), lastName: must(lastName, 'a last name') },
    ...must(others, 'the other names'),
  });
}

function readOtherNames(cells: RegistryCells) {
  const previous = [...new Set(cellText(cells.previous_last_names).split(/[|;]/).map(cellText).filter(Boolean))];
  const previousLastNames = previous.flatMap((name) => cellLine(name) ?? []);
  const middleName = optionalCellLine(cells.middle_name);
  const suffix = optionalCellLine(cells.suffix);
  if (middleName === undefined || suffix === undefined) return undefined;
  if (previousLastNames.length < previous.length || previous.length > mostPreviousNames) return undefined;
  return { previousLastNames, middleName, suffix };
}

/** Somebody's certificates are worth more than their telephone number: a bad one is left out, and the row is taken. */
function readContact(cells: RegistryCells): { contact: RegistryContact; notes: Note[] } {
  const typed = cellText(cells.email);
  const email = typed === '' ? null : emailAddress.safeParse(typed).data;
  const parts = addressColumns.map((name) => optionalCellLine(cells[name]));
  const [phone = null, addressLine1 = null, addressLine2 = null, city = null, state = null, postalCode = null] = parts;
  const notes: Note[] = [];
  if (email === undefined) notes.push('email_left_out');
  if (parts.includes(undefined)) notes.push('address_left_out');
  return { contact: { email: email ?? null, phone, addressLine1, addressLine2, city, state, postalCode }, notes };
}
