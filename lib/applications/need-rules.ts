import { additionSentences } from '@/lib/certificates/addition-rules';
import { quote } from '@/lib/fees/rules';
import type { ApplicationKind, KindRules, RuleSet, Transition } from '@/lib/rulebook/model';
import {
  certificateTypeOf, conditionsOf, inForce, isInForce, kindRules, settingOn, sourcesOf, validityOn,
} from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { holdsNone, type Need, type NeedFacts, type NeedWay, type Wish } from './need-model';
import { papersNeeded } from './requirement-rules';

type Asked = { readonly day: Day; readonly ruleSet: RuleSet };

/**
 * "What do I need?": every application that leads from what somebody holds to what they want by the rules of a day
 * (domain.md §6.1). Empty where no rule with a source leads there.
 */
export function whatIsNeeded(facts: NeedFacts, asked: Asked): Need[] {
  const found = facts.wants === 'district' ? districtWays(facts, asked) : waysOf(facts, asked);
  const isNow = (one: Found) => isInForce(one.row, asked.day);
  const now = found.filter(isNow);
  const past = found.filter(({ row }) => row.toDay !== null && row.toDay < asked.day);
  return (now.length > 0 ? now : past).map((one) => needOf(one, facts, asked));
}

const first = ['first_certificate_ct', 'first_certificate_other'] as const;

/** A district's kinds are not here: which of them it asks for is the district's to say. */
const kindsByWish: Readonly<Record<Exclude<Wish, 'district'>, readonly ApplicationKind[]>> = {
  keep: ['continue_professional', 'renew_initial', 'renew_provisional', 'renew_coaching_5yr', 'dsap', 'substitute'],
  advance: ['advance_to_professional', 'advance_to_provisional', 'temp90_to_initial', 'remove_deficiency', 'convert_permanent', ...first],
  first,
  endorsement: ['add_endorsement'],
  deficiency: ['remove_deficiency'],
  convert: ['convert_permanent'],
  copy: ['duplicate'],
  coach: ['coaching_5yr', 'renew_coaching_5yr'],
};
/** What can be applied for without holding what it starts from. */
const openToAll: readonly Wish[] = ['first', 'coach', 'copy'];

type Row = Pick<Transition, 'key' | 'kind' | 'fromType' | 'toType' | 'windowSetting' | 'conditions' | 'fromDay' | 'toDay' | 'source' | 'assumed'>;
type Found = { readonly row: Row; readonly kind: KindRules };

/** The rows for the certificate held come first: those for everybody only where there are none. One a kind: that of the day, or the last. */
function waysOf({ holds, wants, trained }: NeedFacts & { readonly wants: Wish }, { day, ruleSet }: Asked): Found[] {
  const kinds = wants === 'district' ? [] : kindsByWish[wants];
  const rows = ruleSet.transitions.filter((row) => kinds.includes(row.kind));
  const own = rows.filter(({ fromType }) => fromType === holds);
  const others = rows.filter((row) => row.fromType === null && isOpenTo(row, holds) && isTrained(row.kind, trained));
  const chosen = own.length > 0 || !openToAll.includes(wants) ? own : others;
  return kinds.flatMap((key) => {
    const ofKind = chosen.filter((row) => row.kind === key).toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
    const row = ofKind.find((one) => isInForce(one, day)) ?? ofKind.at(-1);
    return row ? [{ row, kind: kindRules(ruleSet, key) }] : [];
  });
}

/** A copy is of a certificate of Connecticut. */
function isOpenTo({ toType }: Transition, holds: string): boolean {
  return toType !== null || !holdsNone(holds);
}

function isTrained(kind: ApplicationKind, trained: NeedFacts['trained']): boolean {
  if (kind === 'first_certificate_ct') return trained === 'connecticut';
  return kind !== 'first_certificate_other' || trained === 'elsewhere';
}

/** No transition leads to most of them: the row of the kind itself is the rule then (domain.md §6.1, "district only"). */
function districtWays({ holds }: NeedFacts, { day, ruleSet }: Asked): Found[] {
  return inForce(ruleSet.kinds, day).filter(({ startedBy }) => startedBy === 'district').map((kind) => {
    const own = inForce(ruleSet.transitions, day).find((row) => row.kind === kind.key && row.fromType === holds);
    const { key, fromDay, toDay, source, assumed } = kind;
    const bare = { key, kind: key, fromType: null, toType: null, windowSetting: null, conditions: [], fromDay, toDay, source, assumed };
    return { kind, row: own ?? bare };
  });
}

function needOf({ row, kind }: Found, facts: NeedFacts, { day, ruleSet }: Asked): Need {
  const quoted = quote({ kind: kind.key, day, ruleSet });
  const validity = validityOn(ruleSet, row.toType ?? '', day);
  const window = settingOn(ruleSet, row.windowSetting ?? '', day);
  const isCertifiedElsewhere = facts.holds === 'other_state';
  const additions = kind.key === 'add_endorsement' ? inForce(ruleSet.additions, day) : [];
  const conditions = [...row.conditions, ...additions.flatMap((one) => one.conditions)];
  const told = { kind: kind.key, conditions, schoolMonths: facts.months, isCertifiedElsewhere, hasDisclosure: false };
  const cited = [row, kind, quoted.ok ? quoted.value : undefined, validity, window, ...additions].flatMap((one) => one?.source.split(';') ?? []);
  return {
    kind: kind.key,
    title: kind.title,
    form: kind.formNumber,
    way: wayOf({ row, kind }, { day, ruleSet }),
    isAboutCertificate: row.fromType !== null || kind.key === 'duplicate',
    newType: row.toType && certificateTypeOf(ruleSet, row.toType).name,
    validity: validity ?? null,
    conditions: conditionsOf(ruleSet, row.conditions),
    additions: additions.length > 0 ? additionSentences({ day, ruleSet }) : [],
    papers: papersNeeded(ruleSet, day, told),
    price: quoted.ok ? quoted.value : null,
    window: window ?? null,
    rule: row.key,
    sources: sourcesOf(ruleSet, [...new Set(cited)].join(';')),
    isAssumed: row.assumed,
  };
}

function wayOf({ row, kind }: Found, { day, ruleSet }: Asked): NeedWay {
  if (!isInForce(row, day)) {
    const instead = kind.instead && kindRules(ruleSet, kind.instead).action;
    return { state: 'ended', lastDay: must(row.toDay, 'the last day of a way that ended'), sentence: kind.whenEnded, instead };
  }
  if (kind.startedBy === 'district') return { state: 'district' };
  return { state: kind.takenOnline ? 'online' : 'on_paper' };
}
