import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns';

/** Append-only and hash-chained by a trigger: seq, prev and hash are the database's to set. */
export const auditEvent = pgTable(
  'audit_event',
  {
    seq: bigint({ mode: 'number' }).primaryKey().default(0),
    at: instant().notNull(),
    actorKind: text().notNull(),
    actorId: uuid(),
    sessionId: uuid(),
    type: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    reason: text(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    requestId: text().notNull(),
    prev: bytes().notNull().default(sql`''::bytea`),
    hash: bytes().notNull().default(sql`''::bytea`),
  },
  (t) => [index('audit_event_subject').on(t.subjectKind, t.subjectId), index('audit_event_actor').on(t.actorId)],
);

/** Who on the staff opened a person's record, when and why (C.G.S. §4-193): kept at least five years, shown to the person. */
export const personAccess = pgTable(
  'person_access',
  {
    id: id(),
    personId: uuid().notNull(),
    staffId: uuid().notNull(),
    reason: text().notNull(),
    purpose: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('person_access_person').on(t.personId, t.at)],
);
