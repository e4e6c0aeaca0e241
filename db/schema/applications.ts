import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { certificate } from './certificates';
import { id, instant } from './columns';
import { person } from './identity';
import { paper } from './rulebook';

/** One application. `status` is computed from facts by lib/applications/status and only cached here. */
export const application = pgTable(
  'application',
  {
    id: id(),
    reference: text().notNull(),
    accountId: uuid().notNull().references(() => account.id),
    personId: uuid().references(() => person.id),
    kind: text().notNull(),
    certificateId: uuid().references(() => certificate.id),
    toTypeKey: text(),
    endorsementCodes: text().array().notNull().default(sql`'{}'`),
    status: text().notNull(),
    startedAt: instant().notNull(),
    updatedAt: instant().notNull(),
    submittedAt: instant(),
    /** The day it joined the queue: submitted, and its submission fee captured or recorded. */
    queuedOn: date({ mode: 'string' }),
    /** When a reviewer last said what is missing: what arrives after that waits for another look. */
    reviewedAt: instant(),
    closedAt: instant(),
    ruleVersion: text(),
  },
  (t) => [
    uniqueIndex('application_reference').on(t.reference),
    // One open application for the same thing, whatever the number of tabs.
    uniqueIndex('application_open')
      .on(t.accountId, t.kind, sql`coalesce(${t.certificateId}, '00000000-0000-0000-0000-000000000000'::uuid)`)
      .where(sql`${t.closedAt} is null`),
    index('application_person').on(t.personId),
    index('application_certificate').on(t.certificateId),
    index('application_queue').on(t.queuedOn, t.reference).where(sql`${t.closedAt} is null and ${t.queuedOn} is not null`),
  ],
);

/** Answers as saved, step by step, until submission freezes them. */
export const applicationAnswer = pgTable(
  'application_answer',
  {
    applicationId: uuid().notNull().references(() => application.id),
    step: text().notNull(),
    answers: jsonb().$type<Record<string, unknown>>().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.step] })],
);

/** What was affirmed and signed, exactly as it stood. Never changed. */
export const submission = pgTable('submission', {
  applicationId: uuid().primaryKey().references(() => application.id),
  answers: jsonb().$type<Record<string, Record<string, unknown>>>().notNull(),
  affirmationVersion: integer().notNull(),
  signature: text().notNull(),
  submittedAt: instant().notNull(),
});

export const decision = pgTable(
  'decision',
  {
    id: id(),
    applicationId: uuid().notNull().references(() => application.id),
    outcome: text({ enum: ['approved', 'denied'] }).notNull(),
    reason: text(),
    /** None: the rules decided. */
    decidedBy: uuid().references(() => account.id),
    decidedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('decision_application').on(t.applicationId),
    index('decision_decided_by').on(t.decidedBy),
    check('decision_outcome', sql`${t.outcome} in ('approved', 'denied')`),
  ],
);

/** One thing owed on an application: a paper, a statement or a check. Where it stands is derived from these facts. */
export const requirement = pgTable(
  'requirement',
  {
    id: id(),
    /** On its cover sheet, for whoever opens the envelope. */
    reference: text().notNull(),
    applicationId: uuid().notNull().references(() => application.id),
    paper: text().notNull().references(() => paper.key),
    /** Tells two of one paper apart: which college, which incident. Empty for what the rulebook asks. */
    about: text().notNull(),
    askedAt: instant().notNull(),
    /** None: by the rulebook, at submission. */
    askedBy: uuid().references(() => account.id),
    dueOn: date({ mode: 'string' }),
    receivedAt: instant(),
    /** The date stamp, which may be earlier than the day it was entered. */
    receivedOn: date({ mode: 'string' }),
    receivedHow: text({ enum: ['upload', 'mail', 'email', 'signed_here', 'by_rule'] }),
    judgement: text({ enum: ['accepted', 'refused', 'not_needed'] }),
    judgedAt: instant(),
    judgedBy: uuid().references(() => account.id),
    refusalCode: text(),
    /** Said to the applicant beside the refusal. */
    note: text(),
  },
  (t) => [
    uniqueIndex('requirement_reference').on(t.reference),
    uniqueIndex('requirement_paper').on(t.applicationId, t.paper, t.about),
    index('requirement_asked_by').on(t.askedBy),
    index('requirement_judged_by').on(t.judgedBy),
    check('requirement_received_how', sql`${t.receivedHow} in ('upload', 'mail', 'email', 'signed_here', 'by_rule')`),
    check('requirement_judgement', sql`${t.judgement} in ('accepted', 'refused', 'not_needed')`),
    check('requirement_received', sql`num_nulls(${t.receivedAt}, ${t.receivedOn}, ${t.receivedHow}) in (0, 3)`),
    check('requirement_judged', sql`(${t.judgement} is null) = (${t.judgedAt} is null)`),
    check('requirement_refusal', sql`(${t.refusalCode} is null) or ${t.judgement} = 'refused'`),
  ],
);

/** One look at everybody on record by whoever keeps the criminal and child-abuse registries (domain.md §6.3). */
export const backgroundSweep = pgTable('background_sweep', {
  id: id(),
  source: text().notNull(),
  people: integer().notNull(),
  ranAt: instant().notNull(),
});

/** Something a sweep found about a person, until somebody has settled it. */
export const backgroundAlert = pgTable(
  'background_alert',
  {
    id: id(),
    sweepId: uuid().notNull().references(() => backgroundSweep.id),
    personId: uuid().notNull().references(() => person.id),
    closedAt: instant(),
    closedBy: uuid().references(() => account.id),
    /** What came of it, in the words of whoever settled it. */
    outcome: text(),
  },
  (t) => [
    uniqueIndex('background_alert_open').on(t.personId).where(sql`${t.closedAt} is null`),
    index('background_alert_sweep').on(t.sweepId),
    index('background_alert_closed_by').on(t.closedBy),
    check('background_alert_closed', sql`num_nulls(${t.closedAt}, ${t.closedBy}, ${t.outcome}) in (0, 3)`),
  ],
);

/** From which facts, by which version of the rules, which answer: kept each time the rules are asked, shown to staff. */
export const applicationTrace = pgTable(
  'application_trace',
  {
    id: id(),
    applicationId: uuid().notNull().references(() => application.id),
    moment: text({ enum: ['submitted', 'decided'] }).notNull(),
    ruleVersion: text().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    answer: text().array().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [
    index('application_trace_application').on(t.applicationId),
    check('application_trace_moment', sql`${t.moment} in ('submitted', 'decided')`),
  ],
);

/** That the holder of a certificate was reminded of its end: each time once. */
export const reminder = pgTable(
  'reminder',
  {
    certificateId: uuid().notNull().references(() => certificate.id),
    /** The setting that says how long before the end. */
    stage: text({ enum: ['reminder_first', 'reminder_second', 'reminder_third', 'reminder_last'] }).notNull(),
    sentAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.certificateId, t.stage] }),
    check('reminder_stage', sql`${t.stage} in ('reminder_first', 'reminder_second', 'reminder_third', 'reminder_last')`),
  ],
);
