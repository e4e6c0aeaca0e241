import type { Tx } from '@/db/transact';
import type { CertificateFacts, NextStep, Situation } from '@/lib/certificates/model';
import { howAdded } from '@/lib/certificates/addition-rules';
import { firstSteps, nextStepsFor, stepOfKind } from '@/lib/certificates/rules';
import { certificatesOfPerson } from '@/lib/certificates/steps';
import { inSuccession } from '@/lib/certificates/validity';
import type { ApplicationKind } from '@/lib/rulebook/model';
import { err, ok, type Result } from '@/lib/shared/result';

export type Subject = {
  readonly kind: ApplicationKind;
  readonly personId: string | null;
  /** Which certificate it is about; none for a first one. */
  readonly certificate: { readonly number: string } | { readonly id: string } | null;
};

export type Eligible = { readonly step: NextStep; readonly certificate: CertificateFacts | null };

/** The conditions that decide on papers; an endorsement to be added has its own, or cannot be added. */
export function conditionsFor({ step, certificate }: Eligible, codes: readonly string[], situation: Situation): Result<string[], 'not_open'> {
  const ofStep = step.conditions.map(({ key }) => key);
  if (step.kind !== 'add_endorsement') return ok(ofStep);
  const added = certificate && codes.map((code) => howAdded(certificate, code, situation));
  if (!added || added.length === 0) return err('not_open');
  const conditions = added.map((one) => (one.ok ? one.value.conditions : null));
  return conditions.includes(null) ? err('not_open') : ok([...ofStep, ...conditions.flatMap((one) => one ?? [])]);
}
export type NotEligible = 'needs_record' | 'not_found' | 'not_open';

/**
 * What the rules of the day say to an application of this kind about this certificate: the one question that is asked before
 * it is started, when it is submitted and before it is issued.
 */
export async function findEligible(tx: Tx, subject: Subject, situation: Situation): Promise<Result<Eligible, NotEligible>> {
  const { kind, personId, certificate: wanted } = subject;
  if (!wanted) return openStep(null, firstSteps(situation), kind);
  if (!personId) return err('needs_record');
  const held = inSuccession(await certificatesOfPerson(tx, personId));
  const certificate = held.find((one) => ('id' in wanted ? one.id === wanted.id : one.number === wanted.number));
  return certificate ? openStep(certificate, nextStepsFor(certificate, situation), kind) : err('not_found');
}

function openStep(certificate: CertificateFacts | null, steps: readonly NextStep[], kind: ApplicationKind): Result<Eligible, 'not_open'> {
  const step = stepOfKind(steps, kind);
  return step?.availability.state === 'open' ? ok({ step, certificate }) : err('not_open');
}
