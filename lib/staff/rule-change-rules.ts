import { papersNeeded } from '@/lib/applications/requirement-rules';
import { validThrough, windowOpens } from '@/lib/certificates/validity';
import { quote } from '@/lib/fees/rules';
import { faultsIn } from '@/lib/rulebook/fault-rules';
import { applicationKinds, type ApplicationKind, type RuleSet, type Transition } from '@/lib/rulebook/model';
import { inForce, settingOn, validityOn } from '@/lib/rulebook/rules';
import { addYears, type Day } from '@/lib/shared/days';
import type { RuleChangeDraft, RuleChangeRefusal } from './rule-change-model';

/** The rulebook without a change and with it. */
export type Around = { readonly before: RuleSet; readonly after: RuleSet };
type Change = Pick<RuleChangeDraft, 'what' | 'key' | 'values' | 'fromDay'>;

/** A day further off than this is a mistyped year. */
const mostYearsAhead = 20;

/** Why a change may not be published on a day, or be drafted for it. */
export function whyNotPublished(change: Change, around: Around, today: Day): RuleChangeRefusal | undefined {
  const { key, values, fromDay } = change;
  if (!keysOf(change, around.before).includes(key)) return 'unknown_key';
  if (fromDay <= today) return 'too_soon';
  if (fromDay > addYears(today, mostYearsAhead)) return 'too_far';
  const now = rowOn(change, around.before, fromDay);
  if (now && Object.entries(values).every(([column, value]) => now[column] === value)) return 'same_values';
  if (now?.unit === 'percent' && Number(values.value) > 100) return 'above_hundred';
  const sentences = faultsIn(around.after);
  return sentences.length > 0 ? { code: 'faults', sentences } : undefined;
}

/** A fee and a setting are in force on the day; a length may be given to every certificate. */
function keysOf({ what, fromDay }: Change, ruleSet: RuleSet): string[] {
  if (what === 'fee') return inForce(ruleSet.fees, fromDay).map(({ code }) => code);
  if (what === 'setting') return inForce(ruleSet.settings, fromDay).map((row) => row.key);
  return inForce(ruleSet.certificateTypes, fromDay).map((row) => row.key);
}

/** The row that a change replaces on a day. */
export function rowOn({ what, key }: Pick<Change, 'what' | 'key'>, ruleSet: RuleSet, day: Day): Readonly<Record<string, unknown>> | undefined {
  if (what === 'fee') return inForce(ruleSet.fees, day).find(({ code }) => code === key);
  if (what === 'setting') return settingOn(ruleSet, key, day);
  return validityOn(ruleSet, key, day);
}

export type Aspect = 'cost' | 'papers' | 'window' | 'length';
export type Difference = { readonly kind: ApplicationKind; readonly aspects: readonly Aspect[] };

/** The kinds of application of which a rule answers otherwise on a day, and what about them. */
export function differencesOn(day: Day, { before, after }: Around): Difference[] {
  return applicationKinds.flatMap((kind) => {
    const one = answersOf(kind, day, { ruleSet: before, around: { before, after } });
    const other = answersOf(kind, day, { ruleSet: after, around: { before, after } });
    const aspects = (Object.keys(one) as Aspect[]).filter((aspect) => one[aspect] !== other[aspect]);
    return aspects.length > 0 ? [{ kind, aspects }] : [];
  });
}

/** Kinds that had no sourced amount and have one. */
export function pricedBy(day: Day, { before, after }: Around): ApplicationKind[] {
  return applicationKinds.filter((kind) => {
    const then = quote({ kind, day, ruleSet: before });
    return !then.ok && then.error === 'no_sourced_amount' && quote({ kind, day, ruleSet: after }).ok;
  });
}

type Asked = { readonly ruleSet: RuleSet; readonly around: Around };

/** Every answer about a kind, as text to compare. */
function answersOf(kind: ApplicationKind, day: Day, { ruleSet, around }: Asked): Record<Aspect, string> {
  const ways = inForce(ruleSet.transitions, day).filter((row) => row.kind === kind);
  return {
    cost: JSON.stringify(endorsementsToTry(ruleSet).map((endorsements) => costOf(quote({ kind, day, ruleSet, endorsements })))),
    papers: JSON.stringify(ways.flatMap((way) => papersTried(way, day, { ruleSet, around }))),
    window: JSON.stringify(ways.map((way) => windowOf(way, ruleSet, day))),
    length: JSON.stringify(ways.map(({ toType }) => lengthOf(toType, ruleSet, day))),
  };
}

function costOf(quoted: ReturnType<typeof quote>) {
  return quoted.ok ? quoted.value.lines.map(({ code, cents, dueWhen }) => [code, cents, dueWhen]) : quoted.error;
}

/** None, then one and two of each family: what a fee depends on. */
function endorsementsToTry({ endorsements }: RuleSet): string[][] {
  const families = [...new Set(endorsements.map(({ family }) => family))];
  const pairs = families.map((family) => endorsements.filter((one) => one.family === family).slice(0, 2).map(({ code }) => code));
  return [[], ...pairs.flatMap((pair) => [pair.slice(0, 1), pair])];
}

/** With and without everything that is asked for, and with service around the limits of both rule sets. */
function papersTried({ kind, conditions }: Transition, day: Day, { ruleSet, around }: Asked): string[][] {
  const limits = [around.before, around.after].map((one) => settingOn(one, 'experience_statement_months', day)?.value ?? 0);
  const months = [0, ...limits.flatMap((limit) => [Math.max(0, limit - 1), limit])];
  return months.flatMap((schoolMonths) =>
    [true, false].map((holds) => {
      const facts = { kind, conditions, schoolMonths, isCertifiedElsewhere: holds, hasDisclosure: holds };
      return papersNeeded(ruleSet, day, facts).map(({ key }) => key);
    }),
  );
}

function windowOf({ windowSetting }: Transition, ruleSet: RuleSet, day: Day) {
  const window = windowSetting === null ? undefined : settingOn(ruleSet, windowSetting, day);
  return window ? [window.value, window.unit] : null;
}

function lengthOf(toType: string | null, ruleSet: RuleSet, day: Day) {
  const validity = toType === null ? undefined : validityOn(ruleSet, toType, day);
  return validity ? [validity.length, validity.unit] : null;
}

/** No type at all: from any certificate to the same. */
function leadsFrom({ fromType, toType }: Transition, typeKey: string): boolean {
  return fromType === typeKey || (fromType === null && toType === null);
}

/** The types of certificate from which something leads on that is otherwise. */
export function typesTouched({ after }: Around, differences: readonly Difference[]): string[] {
  const ways = after.transitions.filter((way) => differences.some(({ kind }) => kind === way.kind));
  return after.certificateTypes.map(({ key }) => key).filter((key) => ways.some((way) => leadsFrom(way, key)));
}

type Certificate = Parameters<typeof validThrough>[0];

/** Whether what can be applied for from a certificate is otherwise on or after the day. `differences` are of that day. */
export function isTouched(certificate: Certificate, day: Day, { around, differences }: { around: Around; differences: readonly Difference[] }): boolean {
  const ways = inForce(around.after.transitions, day).filter((way) => leadsFrom(way, certificate.typeKey));
  return ways.some((way) => {
    const aspects = differences.find(({ kind }) => kind === way.kind)?.aspects ?? [];
    return aspects.some((aspect) => aspect !== 'window' || opensOtherwise(certificate, way, { day, around }));
  });
}

/** Where both windows are open by the day, their difference is past. */
function opensOtherwise(certificate: Certificate, { windowSetting }: Transition, { day, around }: { day: Day; around: Around }): boolean {
  const through = validThrough(certificate, { day, ruleSet: around.before });
  if (through === null || windowSetting === null) return false;
  const [one, other] = [around.before, around.after].map((ruleSet) => {
    const window = settingOn(ruleSet, windowSetting, day);
    return window && windowOpens(through, window);
  });
  return one !== other && ((one ?? day) > day || (other ?? day) > day);
}
