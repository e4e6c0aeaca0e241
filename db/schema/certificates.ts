import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns';
import { person } from './identity';
import { certificateType, endorsement } from './rulebook';

/** One certificate as issued. Rows are never changed: a correction or renewal is a new row that says what it follows. */
export const certificate = pgTable(
  'certificate',
  {
    id: id(),
    number: text().notNull(),
    personId: uuid().notNull().references(() => person.id),
    typeKey: text().notNull().references(() => certificateType.key),
    issuedOn: date({ mode: 'string' }).notNull(),
    effectiveOn: date({ mode: 'string' }).notNull(),
    expiresOn: date({ mode: 'string' }),
    /** The end printed on the paper, where the law has moved the real one since. */
    printedExpiresOn: date({ mode: 'string' }),
    source: text({ enum: ['imported', 'issued'] }).notNull(),
    applicationId: uuid(),
    followsId: uuid(),
    importId: uuid(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('certificate_number').on(t.number),
    uniqueIndex('certificate_application').on(t.applicationId),
    index('certificate_person').on(t.personId),
    // Two applications cannot both renew one certificate.
    uniqueIndex('certificate_follows').on(t.followsId),
    check('certificate_dates', sql`${t.expiresOn} is null or ${t.expiresOn} >= ${t.effectiveOn}`),
  ],
);

export const certificateEndorsement = pgTable(
  'certificate_endorsement',
  {
    certificateId: uuid().notNull().references(() => certificate.id),
    code: text().notNull().references(() => endorsement.code),
  },
  (t) => [primaryKey({ columns: [t.certificateId, t.code] }), index('certificate_endorsement_code').on(t.code)],
);
