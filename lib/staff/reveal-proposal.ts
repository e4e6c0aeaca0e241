import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { secret, type Secret } from '@/lib/shared/secret';
import { forIdentity, personEvent } from './decision-steps';
import { isAboutThemselves, lockCase, lockDecision, type DecisionRow } from './identity-store';
import { revealProposalReasons, type RevealProposalReason } from './identity-model';
import { canRevealProposal } from './policy';
import { loadRecord, type FullRecord } from './record-store';
import { mayTryCode, spendForReveal } from './reveal-steps';
import { unsealKept } from './sealed-decision';
import { insertAccess } from './store';

export type RevealProposalInput = {
  readonly id: string;
  readonly code: string;
  readonly revealReason: RevealProposalReason;
  readonly otherReason?: string | undefined;
};
export type RevealProposalError =
  | 'not_allowed'
  | 'not_found'
  | 'settled_already'
  | 'own_proposal'
  | 'own_record'
  | 'wrong_code'
  | 'too_many_codes'
  | 'too_many_today';

/** What is proposed for a record, and what is on it now: an SSN or a birth date, whole. */
export type Revealed = { readonly proposed: Secret; readonly present: Secret | undefined };

/**
 * Shows whoever is asked to approve a correction what they approve, for the one answer that carries it. As with a whole SSN
 * of a record: a new code each time, and the person can read why.
 */
export async function revealProposal(ctx: Ctx<Staff>, input: RevealProposalInput): Promise<Result<Revealed, RevealProposalError>> {
  const { actor, now } = ctx;
  if (!canRevealProposal(actor)) return err('not_allowed');
  if (!(await mayTryCode(ctx))) return err('too_many_codes');
  return transact(actor, async (tx) => {
    const proposal = await lockDecision(tx, input.id);
    if (!proposal || !isCorrection(proposal)) return err('not_found');
    if (proposal.doneAt || proposal.withdrawnAt) return err('settled_already');
    if (proposal.proposedBy === actor.accountId) return err('own_proposal');
    const personId = must(proposal.personId, 'the record of a correction');
    if (await isAboutThemselves(tx, actor.accountId, { accountIds: [], personIds: [personId], emailKeys: [] })) return err('own_record');
    const found = must(await lockCase(tx, { id: must(proposal.caseId, 'the case of a correction') }), 'its case');
    const refusal = await spendForReveal(tx, ctx, input.code);
    if (refusal) return err(refusal);
    const { words, event } = shown[proposal.kind];
    const why = input.otherReason ?? revealProposalReasons[input.revealReason];
    const purpose = `${words}, proposed and on record, for identity case ${found.reference}: ${why}`;
    await insertAccess(tx, { personId, staffId: actor.accountId, reason: 'identity', purpose, at: now });
    await recordAudit(tx, forIdentity(ctx), personEvent(event, personId, { why: input.revealReason, decisionId: proposal.id }));
    return ok(valuesOf(proposal, await loadRecord(tx, personId)));
  });
}

const shown = {
  correct_ssn: { words: 'the whole Social Security number', event: 'ssn_revealed' },
  correct_birth_date: { words: 'the date of birth', event: 'birth_date_revealed' },
} as const;

type Correction = DecisionRow & { readonly kind: keyof typeof shown };

function isCorrection(row: DecisionRow): row is Correction {
  return row.kind in shown;
}

function valuesOf({ id, kind, sealed }: Correction, onRecord: FullRecord): Revealed {
  const proposed = unsealKept(must(sealed, 'what was proposed'), id);
  if (kind === 'correct_ssn') return { proposed: must(proposed.ssn, 'the SSN proposed'), present: onRecord.ssn };
  const asText = ({ birthDate }: { readonly birthDate?: Secret<string> | undefined }) => secret(must(birthDate, 'a birth date').reveal());
  return { proposed: asText(proposed), present: asText(onRecord) };
}
