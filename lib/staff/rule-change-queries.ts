import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { application } from '@/db/schema/applications';
import { certificate } from '@/db/schema/certificates';
import { read, type Tx } from '@/db/transact';
import type { ApplicationKind, RuleSet } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx, Staff } from '@/lib/shared/context';
import { day, dayInConnecticut, type Day } from '@/lib/shared/days';
import { canApproveRules, canDraftRules } from './policy';
import { differencesOn, isTouched, pricedBy, typesTouched, type Around, type Difference } from './rule-change-rules';
import { rulesAround } from './rule-change-steps';
import { listRuleChanges, type NamedRuleChange } from './rule-change-store';

export type RuleChangeState = 'drafted' | 'announced' | 'in_force' | 'withdrawn';

/** A change of the rules, as staff read it, and what whoever looks may do about it. */
export type RuleChangeView = Omit<NamedRuleChange, 'fromDay'> & {
  readonly fromDay: Day;
  readonly state: RuleChangeState;
  readonly isMine: boolean;
  readonly mayApprove: boolean;
  readonly mayWithdraw: boolean;
};

/** The latest drafted first, with the rulebook as it is. */
export async function findRuleChanges(ctx: Ctx<Staff>): Promise<{ changes: RuleChangeView[]; ruleSet: RuleSet }> {
  return read(ctx.actor, async (tx) => {
    const changes = canDraftRules(ctx.actor) ? await listRuleChanges(tx) : [];
    return { changes: changes.map((one) => viewOf(one, ctx)), ruleSet: await loadRuleSet(tx) };
  });
}

type Counted = { readonly kind: ApplicationKind; readonly count: number };
type Touched = { readonly total: number; readonly first: readonly { readonly reference: string; readonly kind: ApplicationKind }[] };

/** What a change touches, on the day it begins. */
export type Preview = {
  readonly around: Around;
  readonly differences: readonly Difference[];
  readonly drafts: readonly Counted[];
  readonly firstDrafts: Touched['first'];
  /** Submitted and not ended: they keep the rules of the day they were submitted. */
  readonly submitted: number;
  /** But these had no amount, and will be charged it. */
  readonly awaitingAmount: Touched;
  readonly certificates: { readonly total: number; readonly first: readonly { readonly number: string; readonly typeKey: string; readonly expiresOn: Day | null }[] };
};

export async function findRuleChange(ctx: Ctx<Staff>, id: string): Promise<{ change: RuleChangeView; preview: Preview } | undefined> {
  if (!canDraftRules(ctx.actor)) return undefined;
  return read(ctx.actor, async (tx) => {
    const [row] = await listRuleChanges(tx, id);
    return row && { change: viewOf(row, ctx), preview: await previewOf(tx, row) };
  });
}

function viewOf(row: NamedRuleChange, { actor, now }: Ctx<Staff>): RuleChangeView {
  const fromDay = day(row.fromDay);
  const state = stateOf(row, dayInConnecticut(now));
  const isMine = row.draftedBy === actor.accountId;
  const isApprover = canApproveRules(actor);
  const mayApprove = state === 'drafted' && !isMine && isApprover;
  const mayWithdraw = state === 'drafted' ? isMine || isApprover : state === 'announced' && !isMine && isApprover;
  return { ...row, fromDay, state, isMine, mayApprove, mayWithdraw };
}

function stateOf({ approvedAt, withdrawnAt, fromDay }: NamedRuleChange, today: Day): RuleChangeState {
  if (withdrawnAt) return 'withdrawn';
  if (!approvedAt) return 'drafted';
  return fromDay > today ? 'announced' : 'in_force';
}

const mostShown = 50;

async function previewOf(tx: Tx, change: NamedRuleChange): Promise<Preview> {
  const from = day(change.fromDay);
  const around = await rulesAround(tx, change);
  const differences = differencesOn(from, around);
  const kinds = differences.map(({ kind }) => kind);
  const isDraft = and(isNull(application.submittedAt), isNull(application.closedAt), inArray(application.kind, kinds));
  const isSubmitted = and(isNotNull(application.submittedAt), isNull(application.closedAt));
  const unpriced = and(isSubmitted, inArray(application.kind, pricedBy(from, around)), sql`not exists (select from obligation o where o.application_id = ${application.id})`);
  return {
    around,
    differences,
    drafts: await countByKind(tx, isDraft),
    firstDrafts: await firstOf(tx, isDraft),
    submitted: await tx.$count(application, and(isSubmitted, inArray(application.kind, kinds))),
    awaitingAmount: { total: await tx.$count(application, unpriced), first: await firstOf(tx, unpriced) },
    certificates: await certificatesTouched(tx, from, { around, differences }),
  };
}

type Where = ReturnType<typeof and>;

async function countByKind(tx: Tx, where: Where): Promise<Counted[]> {
  const rows = await tx.select({ kind: application.kind, count: count() }).from(application).where(where).groupBy(application.kind).orderBy(asc(application.kind));
  return rows as Counted[];
}

async function firstOf(tx: Tx, where: Where): Promise<Touched['first']> {
  const rows = await tx.select({ reference: application.reference, kind: application.kind }).from(application).where(where).orderBy(asc(application.startedAt)).limit(mostShown);
  return rows as Touched['first'][number][];
}

const follower = alias(certificate, 'follower');

/** Those that lead somewhere still, whose way on is otherwise. Only their types' rows are read. */
async function certificatesTouched(tx: Tx, from: Day, change: { around: Around; differences: readonly Difference[] }): Promise<Preview['certificates']> {
  const { number, typeKey, issuedOn, expiresOn, printedExpiresOn } = certificate;
  const rows = await tx
    .select({ number, typeKey, issuedOn, expiresOn, printedExpiresOn })
    .from(certificate)
    .leftJoin(follower, eq(follower.followsId, certificate.id))
    .where(and(inArray(typeKey, typesTouched(change.around, change.differences)), isNull(follower.id)))
    .orderBy(asc(expiresOn), asc(number));
  const touched = (rows as (Parameters<typeof isTouched>[0] & { number: string })[]).filter((one) => isTouched(one, from, change));
  return { total: touched.length, first: touched.slice(0, mostShown) };
}
