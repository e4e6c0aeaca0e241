import { transact, type Tx } from '@/db/transact';
import { isLikelyBirthDate } from '@/lib/identity/rules';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { err, type Result } from '@/lib/shared/result';
import type { Secret } from '@/lib/shared/secret';
import { lockRecord } from './correction-steps';
import { lockOpenCase, type CaseRefusal } from './decision-steps';
import { findPersonByEin } from './identity-store';
import { canReviewIdentity } from './policy';
import { propose, type ProposalRefusal, type Proposed } from './propose-steps';
import { isSsnOfAnother, type FullRecord } from './record-store';
import { sealKept } from './sealed-decision';

export type ProposeCorrectionInput = {
  readonly reference: string;
  readonly ein: string;
  readonly reason: string;
} & ({ readonly ssn: Secret } | { readonly birthDate: Secret<Day> });
export type ProposeCorrectionError =
  | CaseRefusal
  | ProposalRefusal
  | 'not_allowed'
  | 'not_a_candidate'
  | 'merged_already'
  | 'same_value'
  | 'ssn_on_record'
  | 'unlikely_birth_date';

/** Proposes another SSN or birth date for a record. It waits sealed in the proposal until somebody else approves. */
export async function proposeCorrection(ctx: Ctx<Staff>, input: ProposeCorrectionInput): Promise<Result<Proposed, ProposeCorrectionError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  if ('birthDate' in input && !isLikelyBirthDate(input.birthDate.reveal(), dayInConnecticut(ctx.now))) return err('unlikely_birth_date');
  return transact(ctx.actor, async (tx) => {
    const opened = await lockOpenCase(tx, ctx, input.reference);
    if (!opened.ok) return opened;
    const row = await findPersonByEin(tx, input.ein);
    if (!row || !opened.value.candidateIds.includes(row.id)) return err('not_a_candidate');
    const found = await lockRecord(tx, row.id);
    if (!found.ok) return found;
    const proposed = 'ssn' in input ? { ssn: input.ssn } : { birthDate: input.birthDate };
    const refusal = await refusalOf(tx, found.value, proposed);
    if (refusal) return err(refusal);
    const kind = proposed.ssn ? 'correct_ssn' : 'correct_birth_date';
    const about = { caseId: opened.value.id, personId: row.id };
    const proposal = { kind, reason: input.reason, details: {}, ...about } as const;
    return propose(tx, ctx, proposal, (id) => sealKept({ ...proposed, holdsSsn: true }, id));
  });
}

type Values = { readonly ssn?: Secret; readonly birthDate?: Secret<Day> };

async function refusalOf(tx: Tx, record: FullRecord, { ssn, birthDate }: Values): Promise<'same_value' | 'ssn_on_record' | undefined> {
  if (ssn && ssn.reveal() === record.ssn?.reveal()) return 'same_value';
  if (birthDate && birthDate.reveal() === record.birthDate.reveal()) return 'same_value';
  return ssn && (await isSsnOfAnother(tx, ssn, record.id)) ? 'ssn_on_record' : undefined;
}
