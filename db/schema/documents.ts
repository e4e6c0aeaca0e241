import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { bytes, id, instant } from './columns';
import { identityCase } from './identity';

/** A file somebody sent us: a scan or photograph. */
export const document = pgTable(
  'document',
  {
    id: id(),
    accountId: uuid().notNull().references(() => account.id),
    caseId: uuid().references(() => identityCase.id),
    fileName: text().notNull(),
    mediaType: text({ enum: ['application/pdf', 'image/jpeg', 'image/png'] }).notNull(),
    size: integer().notNull(),
    sha256: bytes().notNull(),
    receivedAt: instant().notNull(),
  },
  (t) => [
    index('document_account').on(t.accountId),
    index('document_case').on(t.caseId),
    check('document_media_type', sql`${t.mediaType} in ('application/pdf', 'image/jpeg', 'image/png')`),
  ],
);

/** What is in it, encrypted. Apart, so that a list of documents never reads them; in the database, so that every process has it. */
export const documentContent = pgTable('document_content', {
  documentId: uuid().primaryKey().references(() => document.id),
  ciphertext: bytes().notNull(),
});
