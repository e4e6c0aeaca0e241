import { addDays } from '@/lib/shared/days';
import type { Dated, RuleSet } from './model';
import { isInForce } from './rules';

/** What no rule set may have, in sentences for whoever edits the rows: none means that it may come into force. */
export function faultsIn(ruleSet: RuleSet): string[] {
  return [...overlaps(ruleSet), ...danglingKeys(ruleSet), ...uncoveredTransitions(ruleSet), ...unpricedKinds(ruleSet)];
}

function overlaps(ruleSet: RuleSet): string[] {
  return [
    ...overlapping('validity of', ruleSet.validities, (row) => row.typeKey),
    ...overlapping('extension of', ruleSet.extensions, (row) => row.typeKey),
    ...overlapping('grades of', ruleSet.grades, (row) => row.code),
    ...overlapping('fee', ruleSet.fees, (row) => row.code),
    ...overlapping('setting', ruleSet.settings, (row) => row.key),
    ...overlapping('transition', ruleSet.transitions, (row) => [row.kind, row.fromType, row.toType].join(' ')),
    ...overlapping('fee of', ruleSet.kindFees, (row) => [row.kind, row.per, row.family].join(' ')),
  ];
}

function overlapping<T extends Dated>(what: string, rows: readonly T[], thing: (row: T) => string): string[] {
  const ordered = rows.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
  const clashes = ordered.filter((row, at) =>
    ordered.slice(at + 1).some((later) => thing(later) === thing(row) && isInForce(row, later.fromDay)),
  );
  return clashes.map((row) => `Two rows in force at once: ${what} ${thing(row)}`);
}

function danglingKeys(ruleSet: RuleSet): string[] {
  const conditions = new Set(ruleSet.conditions.map(({ key }) => key));
  const sources = new Set(ruleSet.sources.map(({ key }) => key));
  const fees = new Set(ruleSet.fees.map(({ code }) => code));
  const papers = new Set(ruleSet.papers.map(({ key }) => key));
  const cited = Object.values(ruleSet).flatMap((rows) => (typeof rows === 'string' ? [] : rows.flatMap(citations)));
  return [
    ...ruleSet.transitions.flatMap((row) => missing(`transition ${row.key}: condition`, row.conditions, conditions)),
    ...ruleSet.additions.flatMap((row) => missing(`addition ${row.key}: condition`, row.conditions, conditions)),
    ...ruleSet.kindFees.flatMap((row) => missing(`fee of ${row.kind}: fee`, [row.feeCode], fees)),
    ...ruleSet.requiredPapers.flatMap((row) => missing(`paper asked by ${row.key}:`, [row.paper], papers)),
    ...ruleSet.requiredPapers.flatMap((row) => missing(`condition asking ${row.key}:`, row.condition === null ? [] : [row.condition], conditions)),
    ...missing('source', cited, sources),
  ];
}

function citations(row: object): string[] {
  return 'source' in row && typeof row.source === 'string' ? row.source.split(';') : [];
}

function missing(what: string, keys: readonly string[], known: ReadonlySet<string>): string[] {
  return [...new Set(keys)].filter((key) => !known.has(key)).map((key) => `No such ${what} ${key}`);
}

/** A transition that refers to a window must find that setting on each of its days. */
function uncoveredTransitions(ruleSet: RuleSet): string[] {
  return ruleSet.transitions
    .filter(({ windowSetting }) => windowSetting !== null)
    .filter((row) => !covers(ruleSet.settings.filter(({ key }) => key === row.windowSetting), row))
    .map((row) => `Transition ${row.key}: the setting ${row.windowSetting} is not in force throughout`);
}

/** What people can apply for needs an answer to "what does it cost", be it that no source says. */
function unpricedKinds(ruleSet: RuleSet): string[] {
  return ruleSet.transitions
    .filter((row) => !covers(ruleSet.kindFees.filter((fee) => fee.kind === row.kind && fee.family === null), row))
    .map((row) => `Transition ${row.key}: no fee row for ${row.kind} throughout`);
}

function covers(rows: readonly Dated[], period: Dated): boolean {
  let reached = period.fromDay;
  for (const row of rows.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1))) {
    if (!isInForce(row, reached)) continue;
    if (row.toDay === null || (period.toDay !== null && row.toDay >= period.toDay)) return true;
    reached = addDays(row.toDay, 1);
  }
  return false;
}
