import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
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
    /** The person this one turned out to be: a merged record is found no more and keeps its number. */
    mergedInto: uuid().references((): AnyPgColumn => person.id),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('person_ein').on(t.ein),
    index('person_name').on(sql`lower(${t.lastName})`, sql`lower(${t.firstName})`),
    index('person_import').on(t.importId),
    index('person_merged').on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
    check('person_source', sql`${t.source} in ('imported', 'registered')`),
  ],
);

export const previousName = pgTable(
  'previous_name',
  { id: id(), personId: uuid().notNull().references(() => person.id), lastName: text().notNull(), importId: uuid() },
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
    kind: text({ enum: ['ssn', 'ssn_head', 'ssn_tail', 'birth_date', 'birth_date_name', 'first_name', 'last_name'] }).notNull(),
    key: bytes().notNull(),
    personId: uuid().notNull().references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind, t.key] }),
    // One page a key, however many records there are; the slips of an SSN lie side by side, and cost two or three pages together.
    index('match_key_ssn').using('hash', t.key).where(sql`kind = 'ssn'`),
    index('match_key_near_ssn').on(t.key).where(sql`kind in ('ssn_head', 'ssn_tail')`),
    index('match_key_birth_date_name').using('hash', t.key).where(sql`kind = 'birth_date_name'`),
  ],
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

/**
 * What an educator changed on their record, through which link, and what stood there before: a link that turns out to be wrong
 * takes it back with it.
 */
export const recordChange = pgTable(
  'record_change',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    claimId: uuid().notNull().references(() => claim.id),
    field: text({ enum: ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'phone', 'lastName'] }).notNull(),
    before: text(),
    after: text(),
    /** The row with the last name of before, which goes on finding the record. */
    previousNameId: uuid(),
    changedAt: instant().notNull(),
    takenBackAt: instant(),
  },
  (t) => [
    index('record_change_claim').on(t.claimId),
    check('record_change_field', sql`${t.field} in ('addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'phone', 'lastName')`),
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

/** One way of showing that a provisional link is right: a code to an address on file, by email or by letter. */
export const confirmation = pgTable(
  'confirmation',
  {
    id: id(),
    claimId: uuid().notNull().references(() => claim.id),
    way: text({ enum: ['email', 'letter'] }).notNull(),
    /** None until the message is sent or the letter printed: codes are made then. */
    codeHash: bytes(),
    requestedAt: instant().notNull(),
    sentAt: instant(),
    sentBy: uuid().references(() => account.id),
    expiresAt: instant(),
    usedAt: instant(),
  },
  (t) => [
    uniqueIndex('confirmation_code').on(t.codeHash),
    index('confirmation_claim').on(t.claimId),
    index('confirmation_letters').on(t.requestedAt).where(sql`${t.way} = 'letter' and ${t.sentAt} is null`),
    check('confirmation_way', sql`${t.way} in ('email', 'letter')`),
  ],
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
    /** `asked` until whoever was not linked has said whether they ever held a certificate; `retyped` where they went back instead. */
    outcome: text({ enum: ['link', 'review', 'new', 'asked', 'retyped'] }).notNull(),
    reasons: jsonb().$type<string[]>().notNull(),
    registeredAt: instant().notNull(),
    everHeld: text({ enum: ['yes', 'no', 'not_sure'] }),
    previousFirstName: text(),
    previousLastName: text(),
    typedEin: text(),
    typedCertificate: text(),
    answeredAt: instant(),
  },
  (t) => [
    index('registration_account').on(t.accountId),
    uniqueIndex('registration_asked').on(t.accountId).where(sql`${t.outcome} = 'asked'`),
    check('registration_outcome', sql`${t.outcome} in ('link', 'review', 'new', 'asked', 'retyped')`),
    check('registration_ever_held', sql`${t.everHeld} in ('yes', 'no', 'not_sure')`),
  ],
);

/** Something about who a person is that staff must look at, with a number and a date promised to whoever waits for it. */
export const identityCase = pgTable(
  'identity_case',
  {
    id: id(),
    reference: text().notNull(),
    kind: text({
      enum: [
        'match',
        'lost_email',
        'claimed_record',
        'ssn_conflict',
        'disavowed_link',
        'confirm_identity',
        'name_correction',
        'birth_date_correction',
        'certificate_problem',
      ],
    }).notNull(),
    accountId: uuid().references(() => account.id),
    registrationId: uuid().references(() => registration.id),
    details: jsonb().$type<Record<string, string>>().notNull(),
    candidateIds: uuid().array().notNull(),
    /** Those of them that nothing typed led to: staff brought them in by their EIN. */
    addedIds: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    openedAt: instant().notNull(),
    promisedBy: date({ mode: 'string' }).notNull(),
    /** What the person was asked to send or show, in words they read. */
    askedFor: text(),
    askedAt: instant(),
    importId: uuid(),
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

/**
 * What staff decided about who somebody is, and how to take it back. Four eyes where the kind asks for them: proposed by one,
 * approved by another.
 */
export const identityDecision = pgTable(
  'identity_decision',
  {
    id: id(),
    kind: text({
      enum: ['link', 'new', 'answer', 'reject', 'confirm', 'merge', 'relink', 'correct_name', 'correct_ssn', 'correct_birth_date', 'move_account'],
    }).notNull(),
    caseId: uuid().references(() => identityCase.id),
    accountId: uuid().references(() => account.id),
    personId: uuid().references(() => person.id),
    /** At a merge the record that goes; at a relink the person the account was linked to. */
    otherPersonId: uuid().references(() => person.id),
    claimId: uuid().references(() => claim.id),
    reason: text().notNull(),
    /** What was chosen, field by field. Never an SSN, a birth date or a password. */
    details: jsonb().$type<Record<string, string>>().notNull(),
    /** What must be put back to undo it: rows that moved and values that were replaced, of no secret. */
    undo: jsonb().$type<Record<string, string[]>>(),
    /** A new SSN or birth date, or the one that was replaced; bound to this row. */
    sealed: bytes(),
    proposedBy: uuid().notNull().references(() => account.id),
    proposedAt: instant().notNull(),
    approvedBy: uuid().references(() => account.id),
    doneAt: instant(),
    withdrawnAt: instant(),
    undoneBy: uuid().references(() => account.id),
    undoneAt: instant(),
  },
  (t) => [
    index('identity_decision_case').on(t.caseId),
    index('identity_decision_person').on(t.personId),
    index('identity_decision_waiting').on(t.proposedAt).where(sql`${t.doneAt} is null and ${t.withdrawnAt} is null`),
    check(
      'identity_decision_kind',
      sql`${t.kind} in ('link', 'new', 'answer', 'reject', 'confirm', 'merge', 'relink', 'correct_name', 'correct_ssn', 'correct_birth_date', 'move_account')`,
    ),
    check('identity_decision_two_people', sql`${t.approvedBy} <> ${t.proposedBy}`),
    check(
      'identity_decision_four_eyes',
      sql`${t.doneAt} is null or ${t.approvedBy} is not null or ${t.kind} in ('link', 'new', 'answer', 'reject', 'confirm', 'correct_name')`,
    ),
  ],
);

/** A second person imported under an SSN that already has one: both are kept and every match on it goes to review. */
export const ssnConflict = pgTable(
  'ssn_conflict',
  {
    ssnKey: bytes().notNull(),
    personId: uuid().notNull().references(() => person.id),
    foundAt: instant().notNull(),
    importId: uuid(),
  },
  (t) => [primaryKey({ columns: [t.ssnKey, t.personId] }), index('ssn_conflict_person').on(t.personId)],
);

export const registryImport = pgTable('registry_import', {
  id: id(),
  fileName: text().notNull(),
  /** By which the same file is known again, to go on where an import of it stopped. */
  fileHash: bytes(),
  linesRead: integer().notNull().default(0),
  counts: jsonb().$type<Record<string, number>>(),
  startedAt: instant().notNull(),
  finishedAt: instant(),
  rolledBackAt: instant(),
});
