import { transact } from '@/db/transact';
import { canIssue } from '@/lib/applications/policy';
import { findApplication, findDecision } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { issueApproved, type WhyNotIssued } from './issue-steps';

export type IssueError = 'not_allowed' | 'not_found' | 'not_approved' | 'already_issued' | WhyNotIssued;

/** Issues what an approved and paid application asked for. A duplicate is mailed, so it ends without a new certificate. */
export async function issueCertificate(
  ctx: Ctx<Staff>,
  input: { readonly reference: string },
): Promise<Result<{ reference: string; certificateNumber: string | null }, IssueError>> {
  if (!canIssue(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application?.submittedAt) return err('not_found');
    if (application.status === 'issued') return err('already_issued');
    if ((await findDecision(tx, application.id))?.outcome !== 'approved') return err('not_approved');
    const issued = await issueApproved(tx, application, ctx.now);
    if (!issued.ok) return issued;
    const subject = { kind: 'application', id: application.id } as const;
    await recordAudit(tx, ctx, { type: 'certificate_issued', subject, details: { certificate: issued.value } });
    return ok({ reference: application.reference, certificateNumber: issued.value });
  });
}
