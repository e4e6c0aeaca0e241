import { transact } from '@/db/transact';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { findPersonByEin, lockCase } from './identity-store';
import { refusalOfPair, whatMoves } from './merge-queries';
import type { MergeChoices, MergeRefusal } from './merge-rules';
import { lockPair } from './merge-steps';
import { canReviewIdentity } from './policy';
import { propose, type ProposalRefusal, type Proposed } from './propose-steps';

export type ProposeMergeInput = {
  readonly stays: string;
  readonly goes: string;
  readonly caseReference?: string | undefined;
  readonly choices: MergeChoices;
  readonly reason: string;
};
export type ProposeMergeError = ProposalRefusal | MergeRefusal | 'not_allowed' | 'not_found';

/** Proposes that two records are one person, and what of each is kept. Nothing moves until somebody else approves. */
export async function proposeMerge(ctx: Ctx<Staff>, input: ProposeMergeInput): Promise<Result<Proposed, ProposeMergeError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const [stays, goes] = [await findPersonByEin(tx, input.stays), await findPersonByEin(tx, input.goes)];
    if (!stays || !goes) return err('not_found');
    const found = input.caseReference ? await lockCase(tx, { reference: input.caseReference }) : undefined;
    const pair = await lockPair(tx, { stays: stays.id, goes: goes.id });
    const refusal = await refusalOfPair(tx, pair, await whatMoves(tx, goes.id), input.choices);
    if (refusal) return err(refusal);
    const about = { caseId: found?.id ?? null, personId: stays.id, otherPersonId: goes.id };
    const proposed = await propose(tx, ctx, { kind: 'merge', reason: input.reason, details: { ...input.choices }, ...about });
    return proposed.ok ? ok(proposed.value) : proposed;
  });
}
