import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { requirement } from './applications';
import { bytes, id, instant } from './columns';
import { identityCase } from './identity';

/** A file somebody sent us: a scan or photograph. */
export const document = pgTable(
  'document',
  {
    id: id(),
    accountId: uuid().notNull().references(() => account.id),
    caseId: uuid().references(() => identityCase.id),
    requirementId: uuid().references(() => requirement.id),
    fileName: text().notNull(),
    mediaType: text({ enum: ['application/pdf', 'image/jpeg', 'image/png', 'image/heic'] }).notNull(),
    size: integer().notNull(),
    sha256: bytes().notNull(),
    receivedAt: instant().notNull(),
    /** None: nobody has looked for viruses in it. */
    scanVerdict: text({ enum: ['clean', 'infected'] }),
    scannedAt: instant(),
  },
  (t) => [
    index('document_account').on(t.accountId),
    index('document_case').on(t.caseId),
    // The same file for the same item counts once, however often it is sent.
    uniqueIndex('document_requirement').on(t.requirementId, t.sha256).where(sql`${t.requirementId} is not null`),
    check('document_media_type', sql`${t.mediaType} in ('application/pdf', 'image/jpeg', 'image/png', 'image/heic')`),
    check('document_scan_verdict', sql`${t.scanVerdict} in ('clean', 'infected')`),
    check('document_scanned', sql`(${t.scanVerdict} is null) = (${t.scannedAt} is null)`),
  ],
);

/** What is in it, encrypted. Apart, so that a list of documents never reads them; in the database, so that every process has it. */
export const documentContent = pgTable('document_content', {
  documentId: uuid().primaryKey().references(() => document.id),
  ciphertext: bytes().notNull(),
});
