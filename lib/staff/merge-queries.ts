import { asc, eq, sql } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { application } from '@/db/schema/applications';
import { certificate } from '@/db/schema/certificates';
import { claim, identityCase } from '@/db/schema/identity';
import { read, type Tx } from '@/db/transact';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { findPersonByEin, findPersonById } from './identity-store';
import {
  compared,
  fieldText,
  mergeFields,
  mergeRefusal,
  suggestedChoices,
  type Compared,
  type MergeChoices,
  type MergeField,
  type MergeRefusal,
} from './merge-rules';
import { canReviewIdentity } from './policy';
import { loadRecord, type FullRecord } from './record-store';

/** Everything that hangs on a record and goes with it when it becomes part of another. */
export type Moving = {
  readonly certificates: readonly { readonly id: string; readonly number: string }[];
  readonly applications: readonly { readonly id: string; readonly reference: string }[];
  readonly claims: readonly { readonly id: string; readonly isLive: boolean; readonly holder: string }[];
  readonly cases: readonly { readonly id: string; readonly reference: string; readonly candidateIds: readonly string[] }[];
};

/** Asked by the page that shows what will move, and by the command that moves it. */
export async function whatMoves(tx: Tx, personId: string): Promise<Moving> {
  return {
    certificates: await tx
      .select({ id: certificate.id, number: certificate.number })
      .from(certificate)
      .where(eq(certificate.personId, personId))
      .orderBy(asc(certificate.number)),
    applications: await tx
      .select({ id: application.id, reference: application.reference })
      .from(application)
      .where(eq(application.personId, personId))
      .orderBy(asc(application.reference)),
    claims: await tx
      .select({
        id: claim.id,
        isLive: sql<boolean>`${claim.endedAt} is null`,
        holder: sql<string>`${account.firstName} || ' ' || ${account.lastName}`,
      })
      .from(claim)
      .innerJoin(account, eq(account.id, claim.accountId))
      .where(eq(claim.personId, personId))
      .orderBy(asc(claim.linkedAt), asc(claim.id)),
    cases: await tx
      .select({ id: identityCase.id, reference: identityCase.reference, candidateIds: identityCase.candidateIds })
      .from(identityCase)
      .where(sql`${identityCase.closedAt} is null and ${personId} = any(${identityCase.candidateIds})`)
      .orderBy(asc(identityCase.reference)),
  };
}

export type Pair = { readonly stays: FullRecord; readonly goes: FullRecord };

/** Field by field. SSN and birth date are compared in here and do not leave. */
export function comparePair({ stays, goes }: Pair): Readonly<Record<MergeField, Compared>> {
  const fields = Object.keys(mergeFields) as MergeField[];
  const textOf = (one: FullRecord, field: MergeField) => {
    if (field === 'ssn') return one.ssn?.reveal();
    return field === 'birthDate' ? one.birthDate.reveal() : fieldText(one.plain, field);
  };
  return Object.fromEntries(fields.map((field) => [field, compared(textOf(stays, field), textOf(goes, field))])) as Record<MergeField, Compared>;
}

/** Why the two cannot become one, as they are now and as was chosen. */
export async function refusalOfPair(tx: Tx, pair: Pair, moving: Moving, choices?: MergeChoices): Promise<MergeRefusal | undefined> {
  const { stays, goes } = pair;
  const kept = await whatMoves(tx, stays.id);
  const facts = {
    isSame: stays.id === goes.id,
    isMergedAlready: stays.mergedInto !== null || goes.mergedInto !== null,
    areBothClaimed: kept.claims.some((one) => one.isLive) && moving.claims.some((one) => one.isLive),
    ssn: comparePair(pair).ssn,
  };
  return mergeRefusal(facts, choices);
}

export type ShownField = { readonly field: MergeField; readonly compared: Compared; readonly stays: string | null; readonly goes: string | null };

export type MergePreview = {
  readonly stays: { readonly ein: string; readonly name: string };
  readonly goes: { readonly ein: string; readonly name: string };
  readonly fields: readonly ShownField[];
  readonly suggested: MergeChoices;
  readonly previousLastNames: readonly string[];
  readonly moving: Moving;
  readonly refusal: MergeRefusal | undefined;
};

type Two = { readonly stays: string; readonly goes: string };

/** The ids of two records by their EINs. Nothing of either is read. */
export async function findTwoByEin(
  ctx: Ctx<Staff>,
  { caseReference, ...eins }: Two & { readonly caseReference?: string | undefined },
): Promise<Result<Two & { readonly caseReference: string | undefined }, 'not_allowed' | 'unknown_stays' | 'unknown_goes'>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return read(ctx.actor, async (tx) => {
    const [stays, goes] = [await findPersonByEin(tx, eins.stays), await findPersonByEin(tx, eins.goes)];
    if (!stays) return err('unknown_stays');
    return goes ? ok({ stays: stays.id, goes: goes.id, caseReference }) : err('unknown_goes');
  });
}

/** The EIN of a record that an address names, to begin a form with. */
export async function findEin(ctx: Ctx<Staff>, id: string): Promise<string | undefined> {
  if (!canReviewIdentity(ctx.actor)) return undefined;
  return read(ctx.actor, async (tx) => (await findPersonById(tx, id))?.ein);
}

/** What a merge of the two would do. Call `openMerge` first: it writes the access down. */
export async function findMergePreview(ctx: Ctx<Staff>, ids: Two): Promise<MergePreview | undefined> {
  if (!canReviewIdentity(ctx.actor)) return undefined;
  return read(ctx.actor, async (tx) => {
    const [stays, goes] = [await findPersonById(tx, ids.stays), await findPersonById(tx, ids.goes)];
    if (!stays || !goes) return undefined;
    const pair = { stays: await loadRecord(tx, stays.id), goes: await loadRecord(tx, goes.id) };
    const compare = comparePair(pair);
    const moving = await whatMoves(tx, goes.id);
    return {
      stays: named(pair.stays),
      goes: named(pair.goes),
      fields: (Object.keys(mergeFields) as MergeField[]).map((field) => shown(pair, field, compare[field])),
      suggested: suggestedChoices(compare),
      previousLastNames: pair.goes.plain.previousLastNames,
      moving,
      refusal: await refusalOfPair(tx, pair, moving),
    };
  });
}

function shown({ stays, goes }: Pair, field: MergeField, compare: Compared): ShownField {
  return { field, compared: compare, stays: visible(stays, field), goes: visible(goes, field) };
}

function visible(one: FullRecord, field: MergeField): string | null {
  if (field === 'ssn') return one.ssn ? `•••-••-${one.ssn.reveal().slice(-4)}` : null;
  return field === 'birthDate' ? 'On file' : fieldText(one.plain, field);
}

function named({ ein, plain: { names } }: FullRecord) {
  return { ein, name: [names.firstName, names.middleName, names.lastName, names.suffix].filter(Boolean).join(' ') };
}
