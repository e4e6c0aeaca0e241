import { accountMessages } from '@/lib/accounts/messages';
import { applicationMessages } from '@/lib/applications/messages';
import { recordBackgroundSweep } from '@/lib/applications/record-background-sweep';
import { stageReminders } from '@/lib/applications/stage-reminders';
import { env } from '@/lib/env';
import { identityMessages } from '@/lib/identity/messages';
import { rekeyRecords } from '@/lib/identity/rekey-records';
import { deliverMessage } from '@/lib/mail/deliver-message';
import type { JobRunner, MessageRenderer } from '@/lib/mail/model';
import { expireCheckout } from '@/lib/payments/expire-checkout';
import { paymentMessages } from '@/lib/payments/messages';
import { reconcileAttempts } from '@/lib/payments/reconcile';
import { settleAttempt } from '@/lib/payments/settle-attempt';
import type { Ctx, Worker } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { chargePublishedAmounts } from '@/lib/staff/charge-published-amounts';
import { decideByRule } from '@/lib/staff/decide-by-rule';
import { scanDocument } from '@/lib/staff/scan-document';
import { staffMessages } from '@/lib/staff/messages';

const renderers: Readonly<Record<string, MessageRenderer>> = {
  ...accountMessages,
  ...applicationMessages,
  ...identityMessages,
  ...paymentMessages,
  ...staffMessages,
};

export const jobRunners: Readonly<Record<string, JobRunner>> = {
  deliver_message: (payload, now) => deliverMessage(renderers, named(payload, 'messageId'), now),
  decide_by_rule: async (payload, now) => {
    await decideByRule(workerCtx('decide_by_rule', now), { applicationId: named(payload, 'applicationId') });
  },
  scan_document: async (payload, now) => {
    const address = must(env().CLAMD_ADDRESS, 'the address of the scanner');
    await scanDocument(workerCtx('scan_document', now), { documentId: named(payload, 'documentId'), address });
  },
  settle_attempt: (payload, now) => settleAttempt(workerCtx('settle_attempt', now), named(payload, 'attemptId')),
  expire_checkout: (payload, now) => expireCheckout(workerCtx('expire_checkout', now), named(payload, 'attemptId')),
};

const reconcileEveryMillis = 60_000;

/** What is done by the clock and not by a job. */
export function regularWork(clock: () => Date): () => Promise<void> {
  let last = 0;
  let isKeyed = false;
  let remindedOn: Day | undefined;
  return async () => {
    const now = clock();
    isKeyed ||= await isEveryRecordKeyed(now);
    if (now.getTime() - last < reconcileEveryMillis) return;
    last = now.getTime();
    await reconcileAttempts(workerCtx('reconcile', now));
    await chargePublishedAmounts(workerCtx('charge_published_amounts', now));
    await standInSweep(now);
    const today = dayInConnecticut(now);
    if (remindedOn !== today) await remindEverybody(now);
    remindedOn = today;
  };
}

/** A new version may find records by more than the last one did: some at a time, between the jobs. */
async function isEveryRecordKeyed(now: Date): Promise<boolean> {
  const done = await rekeyRecords(workerCtx('rekey_records', now));
  return done.ok && done.value === 0;
}

/** Once a day by each worker; who was reminded of what is written down. */
async function remindEverybody(now: Date): Promise<void> {
  let after: string | undefined;
  do {
    const staged = await stageReminders(workerCtx('stage_reminders', now), after);
    after = staged.ok ? staged.value.next : undefined;
  } while (after !== undefined);
}

// Stands in for the registries that are asked in production, where only `npm run background:sweep` brings what they say.
async function standInSweep(now: Date): Promise<void> {
  if (env().CECS_ENV === 'production') return;
  await recordBackgroundSweep(workerCtx('background_sweep', now), { source: 'stand-in', alertedEins: [], leastHoursApart: 24 });
}

function workerCtx(job: string, now: Date): Ctx<Worker> {
  return { actor: { kind: 'worker', job }, now, requestId: `${job}:${crypto.randomUUID()}` };
}

function named(payload: Readonly<Record<string, string>>, name: string): string {
  return must(payload[name], `the ${name} of a job`);
}
