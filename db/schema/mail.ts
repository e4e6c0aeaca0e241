import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { account, signUp } from './accounts';
import { id, instant } from './columns';

/** An email and its delivery. The payload holds ids; what it says is read fresh, and secrets are minted, when it is sent. */
export const message = pgTable(
  'message',
  {
    id: id(),
    kind: text().notNull(),
    accountId: uuid().references(() => account.id),
    signUpId: uuid().references(() => signUp.id),
    /** Only where there is no account to read the address from. */
    address: text(),
    payload: jsonb().$type<Record<string, string>>().notNull(),
    dedupeKey: text().notNull(),
    state: text({ enum: ['queued', 'accepted', 'failed'] }).notNull().default('queued'),
    createdAt: instant().notNull(),
    acceptedAt: instant(),
    failedAt: instant(),
    failure: text(),
  },
  (t) => [
    uniqueIndex('message_dedupe').on(t.dedupeKey),
    index('message_account').on(t.accountId),
    index('message_sign_up').on(t.signUpId),
    check('message_state', sql`${t.state} in ('queued', 'accepted', 'failed')`),
  ],
);

/** Work promised inside a transaction and done by a worker outside it, until done or given up on and shown to staff. */
export const job = pgTable(
  'job',
  {
    id: id(),
    kind: text().notNull(),
    payload: jsonb().$type<Record<string, string>>().notNull(),
    dedupeKey: text().notNull(),
    availableAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    createdAt: instant().notNull(),
    doneAt: instant(),
    deadAt: instant(),
    lastFailure: text(),
  },
  (t) => [
    uniqueIndex('job_dedupe').on(t.dedupeKey),
    index('job_waiting').on(t.availableAt).where(sql`${t.doneAt} is null and ${t.deadAt} is null`),
  ],
);
