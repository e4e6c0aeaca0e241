import { addDays, addMonths, day as toDay, type Day } from '@/lib/shared/days';
import { cents, type Cents } from '@/lib/shared/money';
import { Invariant, must } from '@/lib/shared/result';
import {
  isApplicationKind,
  type ApplicationKind,
  type CertificateFamily,
  type CertificateType,
  type Condition,
  type Dated,
  type Endorsement,
  type EndorsementGrades,
  type KindRules,
  type Paper,
  type RuleRows,
  type RuleSet,
  type RuleSetting,
  type RuleSource,
  type Validity,
} from './model';

export function isInForce(row: Pick<Dated, 'fromDay' | 'toDay'>, day: Day): boolean {
  return row.fromDay <= day && (row.toDay === null || day <= row.toDay);
}

export function inForce<T extends Pick<Dated, 'fromDay' | 'toDay'>>(rows: readonly T[], day: Day): T[] {
  return rows.filter((row) => isInForce(row, day));
}

/** How long a certificate of the type runs by the rules of a day; undefined where no source says. */
export function validityOn(ruleSet: RuleSet, typeKey: string, day: Day): Validity | undefined {
  return ruleSet.validities.find((validity) => validity.typeKey === typeKey && isInForce(validity, day));
}

/** The grades an endorsement covers on a day; undefined where no source says. */
export function gradesOn(ruleSet: RuleSet, code: string, day: Day): EndorsementGrades | undefined {
  return ruleSet.grades.find((grades) => grades.code === code && isInForce(grades, day));
}

export function settingOn(ruleSet: RuleSet, key: string, day: Day): RuleSetting | undefined {
  return ruleSet.settings.find((setting) => setting.key === key && isInForce(setting, day));
}

export function certificateTypeOf(ruleSet: RuleSet, key: string): CertificateType {
  return must(ruleSet.certificateTypes.find((type) => type.key === key), `certificate type ${key}`);
}

export function kindRules(ruleSet: RuleSet, kind: ApplicationKind): KindRules {
  return must(ruleSet.kinds.find((rules) => rules.key === kind), `application kind ${kind}`);
}

export function paperOf(ruleSet: RuleSet, key: string): Paper {
  return must(ruleSet.papers.find((paper) => paper.key === key), `paper ${key}`);
}

export function findEndorsement(ruleSet: RuleSet, code: string): Endorsement | undefined {
  return ruleSet.endorsements.find((endorsement) => endorsement.code === code);
}

/** What a first certificate can be applied for. */
export function endorsementsOffered(ruleSet: RuleSet): readonly Endorsement[] {
  return ruleSet.endorsements.filter(({ status, title, family }) => status === 'current' && title !== null && family !== 'emergency');
}

/** The certificate an endorsement is issued on; an emergency one sat beside teaching in 2020-21. */
export function certificateFamily(endorsement: Endorsement): CertificateFamily {
  const { family } = endorsement;
  return family === 'bilingual' || family === 'emergency' ? 'teaching' : family;
}

export function conditionsOf(ruleSet: RuleSet, keys: readonly string[]): Condition[] {
  return keys.map((key) => must(ruleSet.conditions.find((condition) => condition.key === key), `condition ${key}`));
}

export function sourcesOf(ruleSet: RuleSet, source: string): RuleSource[] {
  return source.split(';').map((key) => must(ruleSet.sources.find((one) => one.key === key), `rule source ${key}`));
}

/** The first day after so many whole years. A year from 29 February is complete on 28 February: its anniversary is 1 March. */
export function anniversary(start: Day, years: number): Day {
  return afterMonths(start, years * 12);
}

/** The first day after so many whole months: where that month has no such day, the first of the next one. */
export function afterMonths(start: Day, months: number): Day {
  const later = addMonths(start, months);
  return later.endsWith(start.slice(-2)) ? later : addDays(later, 1);
}

/** Rows of files or tables as the rule set they make. Throws where one holds no day, amount or kind. */
export function assembleRuleSet(version: string, rows: RuleRows): RuleSet {
  return {
    version,
    sources: rows.sources,
    certificateTypes: rows.certificateTypes.map(withDays),
    validities: rows.validities.map(withDays),
    extensions: rows.extensions.map(withDays),
    endorsements: rows.endorsements,
    grades: rows.grades.map(withDays),
    kinds: rows.kinds.map((row) => ({
      ...withDays(row),
      key: kindNamed(row.key),
      instead: row.instead === null ? null : kindNamed(row.instead),
    })),
    conditions: rows.conditions,
    papers: rows.papers.map(withDays),
    requiredPapers: rows.requiredPapers.map((row) => ({ ...withDays(row), kind: row.kind === null ? null : kindNamed(row.kind) })),
    additions: rows.additions.map(withDays),
    transitions: rows.transitions.map((row) => ({ ...withDays(row), kind: kindNamed(row.kind) })),
    fees: rows.fees.map((row) => ({
      ...withDays(row),
      totalCents: amount(row.totalCents),
      reviewCents: amount(row.reviewCents),
    })),
    kindFees: rows.kindFees.map((row) => ({ ...withDays(row), kind: kindNamed(row.kind) })),
    settings: rows.settings.map(withDays),
  };
}

function withDays<T extends { fromDay: string; toDay: string | null }>(row: T) {
  return { ...row, fromDay: toDay(row.fromDay), toDay: row.toDay === null ? null : toDay(row.toDay) };
}

function kindNamed(text: string): ApplicationKind {
  if (!isApplicationKind(text)) throw new Invariant(`The rulebook names an unknown kind of application: ${text}`);
  return text;
}

function amount(value: number | null): Cents | null {
  return value === null ? null : cents(value);
}
