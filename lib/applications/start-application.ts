import { randomUUID } from 'node:crypto';
import { nextReference } from '@/db/references';
import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { certificatesOfPerson } from '@/lib/certificates/steps';
import type { NextStep, Situation } from '@/lib/certificates/model';
import { firstSteps, nextStepsFor, stepOfKind } from '@/lib/certificates/rules';
import { inSuccession } from '@/lib/certificates/validity';
import { findMyRecord } from '@/lib/identity/queries';
import type { ApplicationKind } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { findOpenApplication, insertApplication } from './store';

export type StartInput = { readonly kind: ApplicationKind; readonly certificateNumber?: string | undefined };
export type StartError = 'not_found' | 'not_open' | 'needs_record';

/**
 * Starts an application, or goes on with the one already open for the same thing: however many clicks and tabs, there is
 * one draft. What may be started is decided by the same rules that the home page shows.
 */
export async function startApplication(
  ctx: Ctx<Educator>,
  input: StartInput,
): Promise<Result<{ reference: string }, StartError>> {
  const { accountId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    const ruleSet = await loadRuleSet(tx);
    const about = await findSubject(tx, accountId, input, { ruleSet, day: dayInConnecticut(ctx.now), openApplications: [] });
    if (!about.ok) return about;
    const { step, ...subject } = about.value;
    const thing = { accountId, kind: input.kind, certificateId: subject.certificateId };
    const open = await findOpenApplication(tx, thing);
    if (open) return ok({ reference: open.reference });
    const id = randomUUID();
    const reference = await nextReference(tx, 'A');
    const draft = { id, reference, accountId, ...subject, kind: input.kind, toTypeKey: step.toType, status: 'draft' };
    const times = { startedAt: ctx.now, updatedAt: ctx.now };
    const isFirst = await insertApplication(tx, { ...draft, ...times, ruleVersion: ruleSet.version });
    if (!isFirst) return ok({ reference: must(await findOpenApplication(tx, thing), 'the draft of the other tab').reference });
    const audited = { kind: 'application', id } as const;
    await recordAudit(tx, ctx, { type: 'application_started', subject: audited, details: { kind: input.kind, reference } });
    return ok({ reference });
  });
}

type Subject = {
  readonly step: NextStep;
  readonly personId: string | null;
  readonly certificateId: string | null;
  readonly endorsementCodes: string[];
};

async function findSubject(
  tx: Tx,
  accountId: string,
  input: StartInput,
  situation: Situation,
): Promise<Result<Subject, StartError>> {
  const record = await findMyRecord(tx);
  const personId = record?.personId ?? null;
  if (!input.certificateNumber) {
    const step = stepOfKind(firstSteps(situation), input.kind);
    if (step?.availability.state !== 'open') return err('not_open');
    return ok({ step, personId, certificateId: null, endorsementCodes: [] });
  }
  if (!personId) return err('needs_record');
  const held = inSuccession(await certificatesOfPerson(tx, personId));
  const certificate = held.find((one) => one.number === input.certificateNumber);
  if (!certificate) return err('not_found');
  const step = stepOfKind(nextStepsFor(certificate, situation), input.kind);
  if (step?.availability.state !== 'open') return err('not_open');
  return ok({ step, personId, certificateId: certificate.id, endorsementCodes: [...certificate.endorsements] });
}
