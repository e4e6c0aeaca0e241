import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, primaryKey, text, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** The law in force as dated rows. `to_day` is the last day in force; none means still in force. */
const dated = () => ({
  fromDay: date({ mode: 'string' }).notNull(),
  toDay: date({ mode: 'string' }),
  /** The sources say only that it held by then; `from_day` is where our knowledge begins, not where the rule did. */
  fromUnknown: boolean().notNull(),
  ...sourced(),
});

/** Keys of `rule_source`, joined by semicolons, and whether the row's content or dates go beyond what they say. */
const sourced = () => ({
  source: text().notNull(),
  assumed: boolean().notNull(),
  note: text(),
});

const period = (t: { fromDay: unknown; toDay: unknown }) => sql`${t.toDay} is null or ${t.toDay} >= ${t.fromDay}`;

export const ruleSource = pgTable('rule_source', {
  key: text().primaryKey(),
  title: text().notNull(),
  address: text(),
  note: text(),
});

/** One row: the version of all the tables below, by which every process knows that its copy of them is out of date. */
export const ruleSetVersion = pgTable(
  'rule_set_version',
  { id: integer().primaryKey().default(1), version: text().notNull(), loadedAt: instant().notNull() },
  (t) => [check('rule_set_version_single', sql`${t.id} = 1`)],
);

/** The dates say when certificates of the type are issued. */
export const certificateType = pgTable(
  'certificate_type',
  {
    key: text().primaryKey(),
    name: text().notNull(),
    level: text({
      enum: ['interim', 'initial', 'provisional', 'professional', 'temporary', 'permit', 'authorization', 'adult', 'historic'],
    }).notNull(),
    /** A way that stays open around and after the end, in sentences. */
    whenEnding: text(),
    ...dated(),
  },
  (t) => [
    check('certificate_type_key', sql`${t.key} ~ '^[A-Z][A-Z0-9_]*$'`),
    check(
      'certificate_type_level',
      sql`${t.level} in ('interim', 'initial', 'provisional', 'professional', 'temporary', 'permit', 'authorization', 'adult', 'historic')`,
    ),
    check('certificate_type_period', period(t)),
  ],
);

/** How long a certificate issued under the rules of a day runs. No row: no source says. */
export const certificateValidity = pgTable(
  'certificate_validity',
  {
    typeKey: text().notNull().references(() => certificateType.key),
    length: integer().notNull(),
    unit: text({ enum: ['years', 'months', 'school_days', 'school_years'] }).notNull(),
    ...dated(),
  },
  (t) => [
    primaryKey({ columns: [t.typeKey, t.fromDay] }),
    check('certificate_validity_length', sql`${t.length} > 0`),
    check('certificate_validity_unit', sql`${t.unit} in ('years', 'months', 'school_days', 'school_years')`),
    check('certificate_validity_period', period(t)),
  ],
);

/** A law that moved the end of certificates already issued: those unexpired on `from_day` run so many years from issue. */
export const validityExtension = pgTable(
  'validity_extension',
  {
    typeKey: text().notNull().references(() => certificateType.key),
    yearsFromIssue: integer().notNull(),
    ...dated(),
  },
  (t) => [
    primaryKey({ columns: [t.typeKey, t.fromDay] }),
    check('validity_extension_years', sql`${t.yearsFromIssue} > 0`),
    check('validity_extension_period', period(t)),
  ],
);

export const endorsement = pgTable(
  'endorsement',
  {
    code: text().primaryKey(),
    /** None where no official title was found; a guess is never shown. */
    title: text(),
    family: text({
      enum: ['teaching', 'bilingual', 'special_services', 'vocational', 'administrative', 'adult_education', 'emergency'],
    }).notNull(),
    status: text({ enum: ['current', 'historic'] }).notNull(),
    ...sourced(),
  },
  (t) => [
    check('endorsement_code', sql`${t.code} ~ '^[0-9]{3}$'`),
    check(
      'endorsement_family',
      sql`${t.family} in ('teaching', 'bilingual', 'special_services', 'vocational', 'administrative', 'adult_education', 'emergency')`,
    ),
    check('endorsement_status', sql`${t.status} in ('current', 'historic')`),
  ],
);

export const endorsementGrades = pgTable(
  'endorsement_grades',
  {
    code: text().notNull().references(() => endorsement.code),
    grades: text().notNull(),
    /** Where part of the span holds only in some setting. */
    setting: text(),
    ...dated(),
  },
  (t) => [primaryKey({ columns: [t.code, t.fromDay] }), check('endorsement_grades_period', period(t))],
);

/** A kind of application. `action` completes "You can …"; `when_ended` says in a sentence why nobody can any more. */
export const applicationKind = pgTable(
  'application_kind',
  {
    key: text().primaryKey(),
    title: text().notNull(),
    action: text().notNull(),
    formNumber: text(),
    startedBy: text({ enum: ['educator', 'educator_with_others', 'district'] }).notNull(),
    /** Whether people apply for it on screen here; otherwise they are told the paper form. */
    takenOnline: boolean().notNull(),
    /** A renewal filed in time starts the day after the old end; anything else starts the day it is issued. */
    renews: boolean().notNull(),
    whenEnded: text(),
    instead: text().references((): AnyPgColumn => applicationKind.key),
    ...dated(),
  },
  (t) => [
    index('application_kind_instead').on(t.instead),
    check('application_kind_key', sql`${t.key} ~ '^[a-z][a-z0-9_]*$'`),
    check('application_kind_started_by', sql`${t.startedBy} in ('educator', 'educator_with_others', 'district')`),
    check('application_kind_period', period(t)),
  ],
);

/** Something an applicant must show, in a sentence, and the paper that shows it. */
export const ruleCondition = pgTable('rule_condition', {
  key: text().primaryKey(),
  sentence: text().notNull(),
  evidence: text(),
  ...sourced(),
});

/** A paper, statement or check that an application may need: who owes it and how it is sent, in sentences. */
export const paper = pgTable(
  'paper',
  {
    key: text().primaryKey(),
    title: text().notNull(),
    owedBy: text({ enum: ['educator', 'college', 'district', 'bureau'] }).notNull(),
    howToSend: text().notNull(),
    formNumber: text(),
    ...dated(),
  },
  (t) => [
    check('paper_key', sql`${t.key} ~ '^[a-z][a-z0-9_]*$'`),
    check('paper_owed_by', sql`${t.owedBy} in ('educator', 'college', 'district', 'bureau')`),
    check('paper_period', period(t)),
  ],
);

/** Which papers an application needs: by a condition of its transition, by its kind, or, with neither, by what it says. */
export const requiredPaper = pgTable(
  'required_paper',
  {
    key: text().primaryKey(),
    condition: text().references(() => ruleCondition.key),
    kind: text().references(() => applicationKind.key),
    paper: text().notNull().references(() => paper.key),
    askedWhen: text({
      enum: ['always', 'served', 'experience_enough', 'experience_short', 'certified_elsewhere', 'disclosed'],
    }).notNull(),
    ...dated(),
  },
  (t) => [
    index('required_paper_condition').on(t.condition),
    index('required_paper_kind').on(t.kind),
    index('required_paper_paper').on(t.paper),
    check(
      'required_paper_asked_when',
      sql`${t.askedWhen} in ('always', 'served', 'experience_enough', 'experience_short', 'certified_elsewhere', 'disclosed')`,
    ),
    check('required_paper_subject', sql`${t.condition} is null or ${t.kind} is null`),
    check('required_paper_period', period(t)),
  ],
);

/**
 * From holding what to holding what, by which kind of application, on which conditions. No `from_type`: from nothing;
 * neither type: from any certificate to the same.
 */
export const transition = pgTable(
  'transition',
  {
    key: text().primaryKey(),
    kind: text().notNull().references(() => applicationKind.key),
    fromType: text().references(() => certificateType.key),
    toType: text().references(() => certificateType.key),
    /** The setting that says how long before the end applications open; none means at any time. */
    windowSetting: text(),
    afterEnd: text({ enum: ['as_before', 'person_decides'] }).notNull(),
    conditions: text().array().notNull(),
    ...dated(),
  },
  (t) => [
    index('transition_kind').on(t.kind),
    index('transition_from_type').on(t.fromType),
    index('transition_to_type').on(t.toType),
    check('transition_after_end', sql`${t.afterEnd} in ('as_before', 'person_decides')`),
    check('transition_period', period(t)),
  ],
);

/**
 * How an endorsement is added to a certificate that somebody holds: by the row that names its code, else its family, else the
 * one that names neither. `refusal`: that it cannot be, in a sentence.
 */
export const endorsementAddition = pgTable(
  'endorsement_addition',
  {
    key: text().primaryKey(),
    codes: text().array().notNull(),
    family: text(),
    conditions: text().array().notNull(),
    refusal: text(),
    ...dated(),
  },
  (t) => [
    check('endorsement_addition_period', period(t)),
    check('endorsement_addition_answer', sql`(${t.refusal} is null) = (cardinality(${t.conditions}) > 0)`),
  ],
);

/** No `total_cents`: no source states the amount, so nothing may be quoted. The review fee is part of the total. */
export const fee = pgTable(
  'fee',
  {
    code: text().notNull(),
    description: text().notNull(),
    totalCents: integer(),
    reviewCents: integer(),
    /** Of the part beyond the review fee, which is never refundable. */
    refundable: text({ enum: ['no', 'if_not_granted', 'not_stated'] }).notNull(),
    ...dated(),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.fromDay] }),
    check('fee_code', sql`${t.code} ~ '^[A-Z][A-Z0-9_]*$'`),
    check('fee_cents', sql`(${t.totalCents} is null) = (${t.reviewCents} is null) and ${t.reviewCents} between 0 and ${t.totalCents}`),
    check('fee_refundable', sql`${t.refundable} in ('no', 'if_not_granted', 'not_stated')`),
    check('fee_period', period(t)),
  ],
);

/** Which fee a kind of application costs and when each part of it is due. */
export const kindFee = pgTable(
  'kind_fee',
  {
    key: text().primaryKey(),
    kind: text().notNull().references(() => applicationKind.key),
    feeCode: text().notNull(),
    per: text({ enum: ['application', 'further_endorsement'] }).notNull(),
    /** Only for endorsements of this family, and then instead of the rows without one. */
    family: text({ enum: ['teaching', 'special_services', 'vocational', 'administrative', 'adult_education'] }),
    reviewDue: text({ enum: ['at_submission', 'before_issue'] }).notNull(),
    balanceDue: text({ enum: ['at_submission', 'before_issue'] }).notNull(),
    ...dated(),
  },
  (t) => [
    index('kind_fee_kind').on(t.kind),
    check('kind_fee_per', sql`${t.per} in ('application', 'further_endorsement')`),
    check(
      'kind_fee_family',
      sql`${t.family} in ('teaching', 'special_services', 'vocational', 'administrative', 'adult_education')`,
    ),
    check('kind_fee_review_due', sql`${t.reviewDue} in ('at_submission', 'before_issue')`),
    check('kind_fee_balance_due', sql`${t.balanceDue} in ('at_submission', 'before_issue')`),
    check('kind_fee_period', period(t)),
  ],
);

export const ruleSetting = pgTable(
  'rule_setting',
  {
    key: text().notNull(),
    value: integer().notNull(),
    unit: text({ enum: ['months', 'weeks', 'days', 'business_days', 'percent'] }).notNull(),
    ...dated(),
  },
  (t) => [
    primaryKey({ columns: [t.key, t.fromDay] }),
    check('rule_setting_value', sql`${t.value} >= 0`),
    check('rule_setting_unit', sql`${t.unit} in ('months', 'weeks', 'days', 'business_days', 'percent')`),
    check('rule_setting_period', period(t)),
  ],
);
