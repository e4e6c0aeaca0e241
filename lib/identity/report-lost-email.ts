import { randomUUID } from 'node:crypto';
import { countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { emailKey } from '@/lib/shared/email-address';
import { err, ok, type Result } from '@/lib/shared/result';
import type { LostEmailInput } from './model';
import { promisedBy, registrationLimits } from './rules';
import { insertCase } from './store';

export type CaseOpened = { readonly reference: string; readonly promisedBy: Day };

/**
 * "I no longer have that email": always a case with a number and a date, whether or not anybody by that name exists. Whether
 * an account is meant that has a second address is found out when the message to it is sent: nothing here takes longer for it.
 */
export async function reportLostEmail(ctx: Ctx, input: LostEmailInput): Promise<Result<CaseOpened, 'too_many_attempts'>> {
  return transact(ctx.actor, async (tx) => {
    if (!(await countWithin(tx, registrationLimits.lostEmail, emailKey(input.newEmail), ctx.now))) {
      return err('too_many_attempts');
    }
    const id = randomUUID();
    const by = promisedBy(dayInConnecticut(ctx.now));
    const details: Record<string, string> = {};
    for (const [name, value] of Object.entries(input)) if (value !== undefined) details[name] = value;
    const nobodyYet = { accountId: null, registrationId: null, candidateIds: [] };
    const opened = { id, kind: 'lost_email', ...nobodyYet, details, promisedBy: by } as const;
    const reference = await insertCase(tx, opened, ctx.now);
    const message = { kind: 'case_opened', dedupeKey: `case_opened:${id}`, payload: { caseId: id } };
    await stageMessage(tx, { ...message, to: { address: input.newEmail } }, ctx.now);
    const toSecond = { kind: 'recovery_code', dedupeKey: `recovery_code:${id}`, payload: { caseId: id } };
    await stageMessage(tx, { ...toSecond, to: 'decided_when_sent' }, ctx.now);
    await recordAudit(tx, ctx, { type: 'identity_case_opened', subject: { kind: 'identity_case', id }, details: { reference } });
    return ok({ reference, promisedBy: by });
  });
}
