import type { Day } from '@/lib/shared/days';
import type { Secret } from '@/lib/shared/secret';

/** What a file of educators of record has: a row per certificate, the person repeated on each. */
export const registryColumns = [
  ...(['ein', 'ssn', 'last_name', 'first_name', 'middle_name', 'suffix', 'previous_last_names'] as const),
  ...(['date_of_birth', 'email', 'certificate_type', 'endorsements', 'issued_on', 'effective_on', 'expires_on'] as const),
] as const;
/** What it may have besides. Any other column is passed over. */
export const addressColumns = ['phone', 'address_line1', 'address_line2', 'city', 'state', 'postal_code'] as const;

export type RegistryColumn = (typeof registryColumns)[number] | (typeof addressColumns)[number];
export type RegistryCells = Readonly<Partial<Record<RegistryColumn, string>>>;

/** One line of a file: its cells, or why it has none. `line` is where it ends in the file. */
export type RegistryLine =
  | { readonly line: number; readonly cells: RegistryCells }
  | { readonly line: number; readonly problem: 'cell_count' | 'not_csv' };

export type RegistryPerson = {
  readonly ein: string;
  readonly ssn: Secret | undefined;
  readonly birthDate: Secret<Day>;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly lastName: string;
  readonly suffix: string | null;
  readonly previousLastNames: readonly string[];
  readonly contact: RegistryContact;
};

export type RegistryContact = {
  readonly email: string | null;
  readonly phone: string | null;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
};

export type RegistryCertificate = {
  readonly typeKey: string;
  readonly endorsements: readonly string[];
  readonly issuedOn: Day;
  readonly effectiveOn: Day;
  readonly expiresOn: Day | null;
};

/** A row that makes sense by itself. Without a certificate: somebody who has an EIN and nothing else yet. */
export type RegistryRow = {
  readonly line: number;
  readonly person: RegistryPerson;
  readonly certificate: RegistryCertificate | null;
};

/** Why a row is not taken. The words name columns, never what stands in them: a report may be read by many. */
export const refusalWords = {
  cell_count: 'has another number of cells than the heading',
  not_csv: 'cannot be read: a quotation mark is opened and not closed. Nothing after this line was read',
  not_utf8: 'has characters that were lost: save the file as UTF-8',
  ein_malformed: 'ein is not one to ten digits',
  ein_is_ssn: 'ein and ssn are the same number',
  ein_of_another: 'ein belongs to a record with another SSN or birth date',
  ein_merged: 'ein has become part of another record, and the SSN or birth date is that of neither',
  ssn_impossible: 'ssn cannot be a Social Security number',
  last_name_unusable: 'last_name is empty, longer than 100 characters or has invisible characters',
  first_name_unusable: 'first_name is empty, longer than 100 characters or has invisible characters',
  other_names_unusable: 'middle_name, suffix or previous_last_names is too long, too many or has invisible characters',
  birth_date_malformed: 'date_of_birth is not a day like 1980-04-27',
  birth_date_unlikely: 'date_of_birth makes the person younger than 16 or older than 120 when the certificate was issued',
  certificate_type_unknown: 'certificate_type is not one of the types of the rulebook',
  endorsement_unknown: 'endorsements has a code that is not in the rulebook',
  endorsements_too_many: 'endorsements has more than 20 codes',
  issued_on_malformed: 'issued_on is not a day like 2020-07-01',
  issued_on_to_come: 'issued_on is still to come',
  effective_on_malformed: 'effective_on is not a day like 2020-07-01',
  expires_on_malformed: 'expires_on is not a day like 2030-06-30',
  expires_on_missing: 'expires_on is empty, and certificates of this type end',
  ends_before_it_starts: 'expires_on is before effective_on',
} as const;
export type Refusal = keyof typeof refusalWords;

/** What is worth a look in a row that was taken. */
export const noteWords = {
  email_left_out: 'email is not an email address and was left out',
  address_left_out: 'a part of phone or address is too long or has invisible characters and was left out',
  certificate_differs: 'says something else of a certificate that is on record; the record stays as it is',
  ssn_conflict: 'has the ssn of another ein; both records are kept, and a case for staff is open',
} as const;
export type Note = keyof typeof noteWords;

export type Remark =
  /** `into`: the EIN that the row's became part of. */
  | { readonly line: number; readonly refused: Refusal; readonly into?: string }
  | { readonly line: number; readonly noted: Note };

export function reasonOf(remark: Remark): string {
  if ('noted' in remark) return noteWords[remark.noted];
  const words = refusalWords[remark.refused];
  return remark.into === undefined ? words : `${words}; it is EIN ${remark.into} now`;
}

export type ImportCounts = {
  readonly rows: number;
  readonly refusedRows: number;
  readonly peopleAdded: number;
  readonly certificatesAdded: number;
  /** Rows whose certificate was on record already. */
  readonly certificatesKnown: number;
  readonly lastNamesAdded: number;
  readonly ssnConflicts: number;
};

export const nothingImported: ImportCounts = {
  ...{ rows: 0, refusedRows: 0, peopleAdded: 0, certificatesAdded: 0 },
  ...{ certificatesKnown: 0, lastNamesAdded: 0, ssnConflicts: 0 },
};

/** How far an import has come. */
export type ImportProgress = {
  readonly importId: string;
  /** All that it writes is of this time, however often it was cut off and gone on with. */
  readonly startedAt: Date;
  /** The last line of the file that is in: where it goes on. */
  readonly linesRead: number;
  readonly counts: ImportCounts;
};

/** An import as a list shows it. */
export type ImportedFile = {
  readonly id: string;
  readonly fileName: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly counts: ImportCounts;
};

/** What was built on an import, so that it cannot be taken back. */
export const obstacleWords = {
  claimed: 'people were claimed',
  applied: 'applications were filed',
  imported_later: 'people have rows of a later import: undo that one first',
  in_a_case: 'cases for staff name people of it',
  decided: 'cases were settled or decided',
} as const;
export type Obstacle = { readonly what: keyof typeof obstacleWords; readonly many: number };

export function addCounts(one: ImportCounts, other: Partial<ImportCounts>): ImportCounts {
  const names = Object.keys(one) as (keyof ImportCounts)[];
  const sums = names.map((name) => [name, one[name] + (other[name] ?? 0)]);
  return { ...one, ...Object.fromEntries(sums) };
}
