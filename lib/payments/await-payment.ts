import { setTimeout as pause } from 'node:timers/promises';
import { read, transact } from '@/db/transact';
import { findApplication } from '@/lib/applications/steps';
import { enqueue } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { canPay } from './policy';
import { attemptsOf, type AttemptRow } from './store';

const looks = 20;
const betweenLooksMillis = 250;

/**
 * After the payment page sent somebody back: asks the worker to look at once, whether or not the webhook comes, and waits a
 * few seconds for the outcome, so that most people never see "confirming". `undefined` where the application is not theirs.
 */
export async function awaitPayment(ctx: Ctx<Educator>, reference: string): Promise<'confirming' | 'settled' | undefined> {
  const asked = await askWorker(ctx, reference);
  if (!asked.ok) return undefined;
  const { attemptId } = asked.value;
  for (let look = 0; attemptId && look < looks; look += 1) {
    const attempts = await read(ctx.actor, (tx) => attemptsOf(tx, asked.value.applicationId));
    if (isSettled(attempts.find((one) => one.id === attemptId))) return 'settled';
    await pause(betweenLooksMillis);
  }
  return attemptId ? 'confirming' : 'settled';
}

type Asked = { readonly applicationId: string; readonly attemptId: string | undefined };

async function askWorker(ctx: Ctx<Educator>, reference: string): Promise<Result<Asked, 'not_found'>> {
  return transact<Asked, 'not_found'>(ctx.actor, async (tx) => {
    const application = await findApplication(tx, reference);
    if (!application || !canPay(ctx.actor, application)) return err('not_found');
    const last = (await attemptsOf(tx, application.id)).at(-1);
    const isWaiting = last !== undefined && !isSettled(last);
    if (isWaiting) {
      const dedupeKey = `settle_attempt:return:${ctx.requestId}`;
      await enqueue(tx, { kind: 'settle_attempt', payload: { attemptId: last.id }, dedupeKey, at: ctx.now, now: ctx.now });
    }
    return ok({ applicationId: application.id, attemptId: isWaiting ? last.id : undefined });
  });
}

function isSettled(attempt: AttemptRow | undefined): boolean {
  return attempt === undefined || ['captured', 'cancelled', 'expired'].includes(attempt.state);
}
