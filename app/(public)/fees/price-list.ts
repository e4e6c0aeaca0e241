import type { Quote } from '@/lib/fees/model';
import { quote } from '@/lib/fees/rules';
import type { ApplicationKind, CertificateFamily, KindRules, RuleSet, RuleSource } from '@/lib/rulebook/model';
import { certificateTypeOf, conditionsOf, inForce, sourcesOf } from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';
import type { Cents } from '@/lib/shared/money';

export type Price = Pick<Quote, 'dueNow' | 'dueLater' | 'total'>;

/** What one must show, and for whom where that differs by the certificate one holds. */
export type Needs = { readonly holding: readonly string[]; readonly sentences: readonly string[]; readonly papers: readonly string[] };

export type PriceRow = {
  readonly kind: ApplicationKind;
  readonly title: string;
  readonly form: string | null;
  /** No amount is sourced: the Bureau will tell it. Never the same as nothing. */
  readonly price: Price | null;
  /** The next amount that is published, and from when. */
  readonly announced: { readonly from: Day; readonly price: Price } | null;
  /** A family whose certificate costs something else. */
  readonly families: readonly { readonly family: CertificateFamily; readonly price: Price }[];
  readonly furtherEndorsement: Cents | null;
  readonly needs: readonly Needs[];
  readonly sources: readonly RuleSource[];
};

export type PriceList = {
  readonly online: readonly PriceRow[];
  readonly onPaper: readonly PriceRow[];
  readonly byDistrict: readonly PriceRow[];
  /** Part of every amount, and never given back. */
  readonly reviewFee: Cents | null;
};

type Asked = { readonly day: Day; readonly ruleSet: RuleSet };

/** Everything that can be applied for on a day, by how one goes about it. */
export function priceList(asked: Asked): PriceList {
  const kinds = inForce(asked.ruleSet.kinds, asked.day);
  const isDistricts = (kind: KindRules) => kind.startedBy === 'district';
  const rowsOf = (chosen: readonly KindRules[]) => chosen.map((kind) => rowOf(kind, asked));
  return {
    online: rowsOf(kinds.filter((kind) => kind.takenOnline && !isDistricts(kind))),
    onPaper: rowsOf(kinds.filter((kind) => !kind.takenOnline && !isDistricts(kind))),
    byDistrict: rowsOf(kinds.filter(isDistricts)),
    reviewFee: inForce(asked.ruleSet.fees, asked.day).find((fee) => fee.code === 'REVIEW')?.totalCents ?? null,
  };
}

function rowOf(kind: KindRules, { day, ruleSet }: Asked): PriceRow {
  const quoted = quote({ kind: kind.key, day, ruleSet });
  const transitions = inForce(ruleSet.transitions, day).filter((row) => row.kind === kind.key);
  const keys = [kind.source, quoted.ok ? quoted.value.source : '', ...transitions.map((row) => row.source)];
  const source = [...new Set(keys.join(';').split(';').filter(Boolean))].join(';');
  return {
    kind: kind.key,
    title: kind.title,
    form: kind.formNumber,
    price: quoted.ok ? quoted.value : null,
    announced: announcedFor(kind, { day, ruleSet }, quoted.ok ? quoted.value : null),
    families: quoted.ok ? otherFamilies(kind, quoted.value, { day, ruleSet }) : [],
    furtherEndorsement: furtherEndorsement(kind, { day, ruleSet }),
    needs: needsOf(transitions, ruleSet),
    sources: sourcesOf(ruleSet, source),
  };
}

function announcedFor({ key: kind }: KindRules, { day, ruleSet }: Asked, now: Price | null): PriceRow['announced'] {
  const days = [...ruleSet.fees, ...ruleSet.kindFees].map(({ fromDay }) => fromDay).filter((from) => from > day);
  const later = [...new Set(days)].toSorted().map((from) => ({ from, quoted: quote({ kind, day: from, ruleSet }) }));
  const isOther = ({ dueNow, dueLater }: Price) => now?.dueNow !== dueNow || now.dueLater !== dueLater;
  for (const { from, quoted } of later) if (quoted.ok && isOther(quoted.value)) return { from, price: quoted.value };
  return null;
}

function otherFamilies(kind: KindRules, usual: Quote, { day, ruleSet }: Asked): PriceRow['families'] {
  const families = inForce(ruleSet.kindFees, day).filter((row) => row.kind === kind.key).map((row) => row.family);
  return families.flatMap((family) => {
    const example = ruleSet.endorsements.find((one) => family !== null && one.family === family);
    const quoted = example && quote({ kind: kind.key, day, ruleSet, endorsements: [example.code] });
    return family !== null && quoted?.ok && quoted.value.total !== usual.total ? [{ family, price: quoted.value }] : [];
  });
}

function furtherEndorsement(kind: KindRules, { day, ruleSet }: Asked): Cents | null {
  const row = inForce(ruleSet.kindFees, day).find((one) => one.kind === kind.key && one.per === 'further_endorsement');
  const fee = row && inForce(ruleSet.fees, day).find((one) => one.code === row.feeCode);
  return fee?.totalCents ?? null;
}

/** One entry where the same is asked of everyone; else one for each set of conditions, naming the certificates it is for. */
function needsOf(transitions: readonly RuleSet['transitions'][number][], ruleSet: RuleSet): Needs[] {
  const sets = [...new Set(transitions.map((row) => row.conditions.join(';')))];
  return sets.map((set) => {
    const rows = transitions.filter((row) => row.conditions.join(';') === set);
    const [first] = rows;
    const conditions = conditionsOf(ruleSet, first?.conditions ?? []);
    const types = rows.flatMap(({ fromType }) => (fromType === null ? [] : [certificateTypeOf(ruleSet, fromType).name]));
    const isForAll = sets.length === 1 || rows.some(({ fromType }) => fromType === null);
    return {
      holding: isForAll ? [] : types,
      sentences: conditions.map((condition) => condition.sentence),
      papers: [...new Set(conditions.flatMap(({ evidence }) => evidence ?? []))],
    };
  });
}
