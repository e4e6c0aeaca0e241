import { transact, type Tx } from '@/db/transact';
import type { ApplicationRecord } from '@/lib/applications/model';
import { canIssue } from '@/lib/applications/policy';
import { findApplication, refreshStatus } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { newValidity, validThrough } from '@/lib/certificates/validity';
import { findCertificateById, insertCertificate } from '@/lib/certificates/steps';
import { stageMessage } from '@/lib/mail/steps';
import { isPaidInFull, moneyFacts } from '@/lib/payments/steps';
import { isApplicationKind } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';

export type IssueError = 'not_allowed' | 'not_found' | 'not_approved' | 'not_paid' | 'no_person' | 'already_issued' | 'no_validity';

/** Issues what an approved and paid application asked for. A duplicate is mailed, so it ends without a new certificate. */
export async function issueCertificate(
  ctx: Ctx<Staff>,
  input: { readonly reference: string },
): Promise<Result<{ reference: string; certificateNumber: string | null }, IssueError>> {
  if (!canIssue(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application) return err('not_found');
    if (application.status === 'issued') return err('already_issued');
    if (application.status !== 'approved' && application.status !== 'approved_balance_due') return err('not_approved');
    if (!application.personId) return err('no_person');
    if (!(await isPaidInFull(tx, application.id))) return err('not_paid');
    const isCopy = application.kind === 'duplicate';
    const issued = isCopy ? ok(null) : await insert(tx, ctx, application, application.personId);
    if (!issued.ok) return issued;
    await refreshStatus(tx, application, await moneyFacts(tx, application.id), ctx.now, { isIssued: true });
    const message = { kind: 'certificate_issued', dedupeKey: `certificate_issued:${application.id}` };
    const payload = { applicationId: application.id };
    await stageMessage(tx, { ...message, to: { accountId: application.accountId }, payload }, ctx.now);
    const subject = { kind: 'application', id: application.id } as const;
    const details = { certificate: issued.value };
    await recordAudit(tx, ctx, { type: 'certificate_issued', subject, details });
    return ok({ reference: application.reference, certificateNumber: issued.value });
  });
}

async function insert(
  tx: Tx,
  ctx: Ctx<Staff>,
  application: ApplicationRecord,
  personId: string,
): Promise<Result<string, 'no_validity'>> {
  const { kind, toTypeKey, submittedAt } = application;
  if (!isApplicationKind(kind) || !toTypeKey || !submittedAt) return err('no_validity');
  const ruleSet = await loadRuleSet(tx);
  const before = application.certificateId ? await findCertificateById(tx, application.certificateId) : undefined;
  const submittedOn = dayInConnecticut(submittedAt);
  const issuedOn = dayInConnecticut(ctx.now);
  const oldEnd = before ? validThrough(before, { day: submittedOn, ruleSet }) : null;
  const issue = { kind, typeKey: toTypeKey, submittedOn, filedOn: application.queuedOn, issuedOn, oldEnd };
  const validity = newValidity(issue, ruleSet);
  if (!validity.ok) return err('no_validity');
  const { number } = await insertCertificate(
    tx,
    {
      personId,
      typeKey: toTypeKey,
      issuedOn,
      effectiveOn: validity.value.effectiveOn,
      expiresOn: validity.value.expiresOn,
      applicationId: application.id,
      followsId: before?.id ?? null,
      endorsements: application.endorsementCodes,
    },
    ctx.now,
  );
  return ok(number);
}
