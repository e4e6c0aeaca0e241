import type { ApplicationKind, CertificateFamily, DueWhen, Fee, KindFee, RuleSet } from '@/lib/rulebook/model';
import { certificateFamily, findEndorsement, inForce, isInForce } from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';
import { cents, noMoney, sumCents, type Cents } from '@/lib/shared/money';
import { err, must, ok, type Result } from '@/lib/shared/result';
import type { Quote, QuoteError, QuoteLine } from './model';

export type Asked = {
  readonly kind: ApplicationKind;
  readonly day: Day;
  readonly ruleSet: RuleSet;
  /** Codes applied for; the first is part of the fee, each further one may cost more. */
  readonly endorsements?: readonly string[];
};

/** What an application costs by the rules of a day and when each part is due. An unknown amount is never 0. */
export function quote(asked: Asked): Result<Quote, QuoteError> {
  const { kind, day, endorsements = [] } = asked;
  const prices = pricesOf(asked);
  if (!prices.some(({ row }) => row.per === 'application')) return err('no_fee_in_force');
  const quantity = { application: 1, further_endorsement: Math.max(0, endorsements.length - 1) };
  const wanted = prices.filter(({ row }) => quantity[row.per] > 0);
  const lines: QuoteLine[] = [];
  for (const { row, fee } of wanted) {
    const amounts = fee && amountsOf(fee);
    if (!fee) return err('no_fee_in_force');
    if (!amounts) return err('no_sourced_amount');
    lines.push(...linesOf({ row, fee, amounts, quantity: quantity[row.per] }));
  }
  const total = sumOf(lines);
  const sources = wanted.flatMap(({ row, fee }) => [...row.source.split(';'), ...must(fee, 'a fee').source.split(';')]);
  return ok({
    kind,
    day,
    free: total === noMoney,
    lines,
    dueNow: sumOf(lines, 'at_submission'),
    dueLater: sumOf(lines, 'before_issue'),
    total,
    source: [...new Set(sources)].join(';'),
  });
}

/**
 * What an application owes by the rules of the day it was submitted or, where no source stated an amount then, by the first
 * day since that does. Asked again later it is the same, whatever was published in between.
 */
export function owedSince(asked: Asked, today: Day): Result<Quote, QuoteError> {
  const atSubmission = quote(asked);
  if (atSubmission.ok || atSubmission.error !== 'no_sourced_amount') return atSubmission;
  const days = asked.ruleSet.fees.map(({ fromDay }) => fromDay).filter((day) => day > asked.day && day <= today);
  const since = [...new Set(days)].toSorted().map((day) => quote({ ...asked, day }));
  return since.find((quoted) => quoted.ok) ?? atSubmission;
}

type Price = { readonly row: KindFee; readonly fee: Fee | undefined };
type Amounts = { readonly total: Cents; readonly review: Cents };

/** A row for the family applied for stands in the place of the one for all families. */
function pricesOf({ kind, day, ruleSet, endorsements = [] }: Asked): Price[] {
  const rows = inForce(ruleSet.kindFees, day).filter((row) => row.kind === kind);
  const family = rows.some((row) => row.family !== null) ? oneFamily(ruleSet, endorsements) : null;
  if (family === 'several') return [];
  const special = rows.filter((row) => row.family !== null && row.family === family);
  const general = rows.filter((row) => row.family === null && !special.some((one) => one.per === row.per));
  return [...special, ...general].map((row) => ({
    row,
    fee: ruleSet.fees.find((fee) => fee.code === row.feeCode && isInForce(fee, day)),
  }));
}

/** Each family is issued on a certificate, and so applied for, of its own (domain.md §1). */
function oneFamily(ruleSet: RuleSet, codes: readonly string[]): CertificateFamily | 'several' | null {
  const families = new Set(
    codes.map((code) => {
      const endorsement = findEndorsement(ruleSet, code);
      return endorsement ? certificateFamily(endorsement) : 'several';
    }),
  );
  const [family = null] = families;
  return families.size > 1 ? 'several' : family;
}

function amountsOf({ totalCents, reviewCents }: Fee): Amounts | null {
  return totalCents === null || reviewCents === null ? null : { total: totalCents, review: reviewCents };
}

type Priced = { readonly row: KindFee; readonly fee: Fee; readonly amounts: Amounts; readonly quantity: number };

/** The review fee is part of the total, due first and never refundable (domain.md §5). */
function linesOf({ row, fee, amounts, quantity }: Priced): QuoteLine[] {
  const { total, review } = amounts;
  const common = {
    feeCode: fee.code,
    description: fee.description,
    quantity,
    source: fee.source,
    assumed: fee.assumed || row.assumed,
  };
  const rest = {
    ...common,
    dueWhen: row.balanceDue,
    refundable: fee.refundable === 'if_not_granted',
    refundStated: fee.refundable !== 'not_stated',
  };
  if (row.per === 'further_endorsement') {
    return [{ ...rest, code: 'further_endorsements' as const, cents: cents(total * quantity) }].filter(costs);
  }
  const first = { ...common, dueWhen: row.reviewDue, refundable: false, refundStated: true };
  const balance = { ...rest, code: review === noMoney ? ('fee' as const) : ('balance' as const), cents: cents(total - review) };
  return [{ ...first, code: 'review_fee' as const, cents: review }, balance].filter(costs);
}

function costs(line: QuoteLine): boolean {
  return line.cents > noMoney;
}

function sumOf(lines: readonly QuoteLine[], dueWhen?: DueWhen): Cents {
  return sumCents(lines.filter((line) => dueWhen === undefined || line.dueWhen === dueWhen).map((line) => line.cents));
}
