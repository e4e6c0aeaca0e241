import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { bytes, id, instant } from './columns';

/** The educator of record: the owner of an EIN. */
export const person = pgTable(
  'person',
  {
    id: id(),
    ein: text().notNull(),
    firstName: text().notNull(),
    middleName: text(),
    lastName: text().notNull(),
    suffix: text(),
    source: text({ enum: ['imported', 'registered'] }).notNull(),
    importId: uuid(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('person_ein').on(t.ein),
    index('person_name').on(sql`lower(${t.lastName})`, sql`lower(${t.firstName})`),
    check('person_source', sql`${t.source} in ('imported', 'registered')`),
  ],
);

export const previousName = pgTable(
  'previous_name',
  { id: id(), personId: uuid().notNull().references(() => person.id), lastName: text().notNull() },
  (t) => [index('previous_name_person').on(t.personId)],
);

/** Apart from `person` so that row-level security can keep it from an account whose link is still provisional. */
export const personContact = pgTable('person_contact', {
  personId: uuid().primaryKey().references(() => person.id),
  email: text(),
  emailKey: text(),
  phone: text(),
  addressLine1: text('address_line1'),
  addressLine2: text('address_line2'),
  city: text(),
  state: text(),
  postalCode: text(),
  updatedAt: instant().notNull(),
}, (t) => [index('person_contact_email').on(t.emailKey)]);

/** SSN and birth date: ciphertext bound to this row, found only by keyed hash. The web's public role cannot read this table. */
export const personSecret = pgTable(
  'person_secret',
  {
    personId: uuid().primaryKey().references(() => person.id),
    ssnCiphertext: bytes(),
    birthDateCiphertext: bytes().notNull(),
    ssnKey: bytes(),
  },
  (t) => [uniqueIndex('person_secret_ssn').on(t.ssnKey)],
);

/** Keyed hashes under which a person can be found without decrypting anything. */
export const matchKey = pgTable(
  'match_key',
  {
    kind: text({ enum: ['ssn', 'ssn_birth_date', 'birth_date', 'birth_date_name', 'first_name', 'last_name'] }).notNull(),
    key: bytes().notNull(),
    personId: uuid().notNull().references(() => person.id),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key, t.personId] }), index('match_key_person').on(t.personId)],
);

/** How many records share a name, by its match key; `everybody` counts them all. Counted again now and then: statistics. */
export const nameCommonness = pgTable(
  'name_commonness',
  {
    kind: text({ enum: ['first_name', 'last_name', 'everybody'] }).notNull(),
    key: bytes().notNull(),
    people: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key] })],
);

/** The link account↔person. At most one lives per account and per person; the indexes, not the code, make that so. */
export const claim = pgTable(
  'claim',
  {
    id: id(),
    accountId: uuid().notNull().references(() => account.id),
    personId: uuid().notNull().references(() => person.id),
    strength: text({ enum: ['full', 'provisional'] }).notNull(),
    evidence: jsonb().$type<Record<string, string>>().notNull(),
    typedFirstName: text().notNull(),
    typedLastName: text().notNull(),
    linkedAt: instant().notNull(),
    fullAt: instant(),
    endedAt: instant(),
    endedBecause: text(),
  },
  (t) => [
    uniqueIndex('claim_live_person').on(t.personId).where(sql`${t.endedAt} is null`),
    uniqueIndex('claim_live_account').on(t.accountId).where(sql`${t.endedAt} is null`),
    check('claim_strength', sql`${t.strength} in ('full', 'provisional')`),
  ],
);

/** Codes sent to addresses on file, with which whoever reads them can end a link they know nothing of. */
export const disavowalCode = pgTable(
  'disavowal_code',
  {
    codeHash: bytes().primaryKey(),
    claimId: uuid().notNull().references(() => claim.id),
    sentAt: instant().notNull(),
  },
  (t) => [index('disavowal_code_claim').on(t.claimId)],
);

/** What somebody typed at Register and how it was answered. The SSN and birth date are kept encrypted for the reviewer. */
export const registration = pgTable(
  'registration',
  {
    id: id(),
    accountId: uuid().notNull().references(() => account.id),
    firstName: text().notNull(),
    lastName: text().notNull(),
    email: text().notNull(),
    ssnCiphertext: bytes().notNull(),
    birthDateCiphertext: bytes().notNull(),
    outcome: text({ enum: ['link', 'review', 'new'] }).notNull(),
    reasons: jsonb().$type<string[]>().notNull(),
    registeredAt: instant().notNull(),
  },
  (t) => [
    index('registration_account').on(t.accountId),
    check('registration_outcome', sql`${t.outcome} in ('link', 'review', 'new')`),
  ],
);

/** Something about who a person is that staff must look at, with a number and a date promised to whoever waits for it. */
export const identityCase = pgTable(
  'identity_case',
  {
    id: id(),
    reference: text().notNull(),
    kind: text({ enum: ['match', 'lost_email', 'claimed_record', 'ssn_conflict', 'disavowed_link'] }).notNull(),
    accountId: uuid().references(() => account.id),
    registrationId: uuid().references(() => registration.id),
    details: jsonb().$type<Record<string, string>>().notNull(),
    candidateIds: uuid().array().notNull(),
    openedAt: instant().notNull(),
    promisedBy: date({ mode: 'string' }).notNull(),
    closedAt: instant(),
    closedBy: uuid().references(() => account.id),
    resolution: text(),
  },
  (t) => [
    uniqueIndex('identity_case_reference').on(t.reference),
    index('identity_case_account').on(t.accountId),
    index('identity_case_open').on(t.openedAt).where(sql`${t.closedAt} is null`),
  ],
);

/** A second person imported under an SSN that already has one: both are kept and every match on it goes to review. */
export const ssnConflict = pgTable(
  'ssn_conflict',
  {
    ssnKey: bytes().notNull(),
    personId: uuid().notNull().references(() => person.id),
    foundAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ssnKey, t.personId] }), index('ssn_conflict_person').on(t.personId)],
);

export const registryImport = pgTable('registry_import', {
  id: id(),
  fileName: text().notNull(),
  startedAt: instant().notNull(),
  finishedAt: instant(),
});
