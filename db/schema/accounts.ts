import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns';

/** A sign-in identity. Who the person of record is, is another question (identity.claim answers it). */
export const account = pgTable(
  'account',
  {
    id: id(),
    kind: text({ enum: ['educator', 'staff'] }).notNull(),
    username: text().notNull(),
    email: text().notNull(),
    emailKey: text().notNull(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    emailVerifiedAt: instant(),
    passwordHash: text(),
    passwordSetAt: instant(),
    createdAt: instant().notNull(),
    closedAt: instant(),
    /** They have retired, or want no reminders for another reason. */
    remindersStoppedAt: instant(),
  },
  (t) => [
    check('account_kind', sql`${t.kind} in ('educator', 'staff')`),
    uniqueIndex('account_username').on(t.username),
    uniqueIndex('account_email').on(t.emailKey).where(sql`${t.closedAt} is null`),
  ],
);

/** One go at creating an account: lets the browser that typed it follow its two messages, whatever the address turned out to be. */
export const signUp = pgTable(
  'sign_up',
  {
    id: id(),
    tokenHash: bytes().notNull(),
    accountId: uuid().references(() => account.id),
    firstName: text().notNull(),
    lastName: text().notNull(),
    email: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('sign_up_token').on(t.tokenHash), index('sign_up_account').on(t.accountId)],
);

export const temporaryPassword = pgTable(
  'temporary_password',
  {
    id: id(),
    accountId: uuid().notNull().references(() => account.id),
    hash: bytes().notNull(),
    mintedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index('temporary_password_account').on(t.accountId), uniqueIndex('temporary_password_hash').on(t.hash)],
);

export const session = pgTable(
  'session',
  {
    id: id(),
    tokenHash: bytes().notNull(),
    accountId: uuid().notNull().references(() => account.id),
    stage: text({ enum: ['set_password', 'totp', 'full'] }).notNull(),
    startedAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    endsAt: instant().notNull(),
    endedAt: instant(),
    endedBecause: text(),
    acknowledgedAt: instant(),
    stepUpAt: instant(),
  },
  (t) => [
    uniqueIndex('session_token').on(t.tokenHash),
    index('session_account').on(t.accountId).where(sql`${t.endedAt} is null`),
    check('session_stage', sql`${t.stage} in ('set_password', 'totp', 'full')`),
  ],
);

export const acknowledgementText = pgTable('acknowledgement_text', {
  version: integer().primaryKey(),
  heading: text().notNull(),
  body: jsonb().$type<string[]>().notNull(),
  shownFrom: instant().notNull(),
});

export const acknowledgement = pgTable(
  'acknowledgement',
  {
    id: id(),
    accountId: uuid().notNull().references(() => account.id),
    sessionId: uuid().notNull().references(() => session.id),
    version: integer().notNull().references(() => acknowledgementText.version),
    acknowledgedAt: instant().notNull(),
  },
  (t) => [index('acknowledgement_account').on(t.accountId), index('acknowledgement_session').on(t.sessionId)],
);

export const emailChange = pgTable(
  'email_change',
  {
    id: id(),
    accountId: uuid().notNull().references(() => account.id),
    newEmail: text().notNull(),
    newEmailKey: text().notNull(),
    oldTokenHash: bytes(),
    newTokenHash: bytes(),
    requestedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    oldConfirmedAt: instant(),
    newConfirmedAt: instant(),
    endedAt: instant(),
  },
  (t) => [uniqueIndex('email_change_open').on(t.accountId).where(sql`${t.endedAt} is null`)],
);

/** A second address of somebody's, for the day they cannot read the first any more. Of use once a code sent to it came back. */
export const recoveryAddress = pgTable('recovery_address', {
  accountId: uuid().primaryKey().references(() => account.id),
  email: text().notNull(),
  emailKey: text().notNull(),
  codeHash: bytes(),
  codeExpiresAt: instant(),
  addedAt: instant().notNull(),
  confirmedAt: instant(),
}, (t) => [index('recovery_address_email').on(t.emailKey)]);

/** What somebody had typed when their sign-in ended under them: kept until they sign in again. Never a password or an SSN. */
export const heldForm = pgTable(
  'held_form',
  {
    id: id(),
    tokenHash: bytes().notNull(),
    accountId: uuid().references(() => account.id),
    path: text().notNull(),
    values: jsonb().$type<Record<string, string | string[]>>().notNull(),
    heldAt: instant().notNull(),
  },
  (t) => [uniqueIndex('held_form_token').on(t.tokenHash), index('held_form_account').on(t.accountId)],
);

export const staffRole = pgTable(
  'staff_role',
  {
    accountId: uuid().notNull().references(() => account.id),
    role: text({ enum: ['reviewer', 'cashier', 'supervisor', 'administrator', 'auditor'] }).notNull(),
    grantedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.role] })],
);

export const staffTotp = pgTable('staff_totp', {
  accountId: uuid().primaryKey().references(() => account.id),
  secret: bytes().notNull(),
  confirmedAt: instant(),
  /** The 30-second step of the last code accepted: a code is good once. */
  lastStep: bigint({ mode: 'number' }),
});

export const staffInvitation = pgTable(
  'staff_invitation',
  {
    id: id(),
    email: text().notNull(),
    role: text({ enum: ['reviewer', 'cashier', 'supervisor', 'administrator', 'auditor'] }).notNull(),
    tokenHash: bytes().notNull(),
    invitedBy: uuid().references(() => account.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
  },
  (t) => [uniqueIndex('staff_invitation_token').on(t.tokenHash)],
);

/** Every limit of the system is a row here; the key is an HMAC of scope and subject, so the table names nobody. */
export const limitCounter = pgTable(
  'limit_counter',
  { key: bytes().primaryKey(), windowEndsAt: instant().notNull(), count: integer().notNull() },
  (t) => [index('limit_counter_window').on(t.windowEndsAt)],
);
