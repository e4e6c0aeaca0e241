import { asc, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { ledgerTransaction, paymentAttempt, receipt } from '@/db/schema/payments';
import { openCheckout } from '@/lib/payments/open-checkout';
import type { Covers } from '@/lib/payments/model';
import { receiveEvent } from '@/lib/payments/receive-event';
import { settleAttempt } from '@/lib/payments/settle-attempt';
import { anyone, type Ctx, type Educator, type Worker } from '@/lib/shared/context';
import { must } from '@/lib/shared/result';
import { drain } from '@/lib/mail/drain';
import { jobRunners } from '@/scripts/worker/jobs';
import { again, workerCtx } from './people';
import { applicationOf, value } from '@/tests/integration/staff/filed';
import { secretKey, startRig, webhookSecret, type Rig } from '@/tests/integration/payments-stand-in/rig';

/**
 * The payment stand-in of a test file, reached by the product through the real SDK. Call it after `useDatabase`. Its clock
 * is the machine's, so what pays here happens at `nowReally()`.
 */
export function useGateway(): { rig(): Rig } {
  let rig: Rig | undefined;
  beforeAll(async () => {
    rig = await startRig();
    process.env.STRIPE_SECRET_KEY = secretKey;
    process.env.STRIPE_WEBHOOK_SECRET = webhookSecret;
    process.env.STRIPE_API_URL = `http://127.0.0.1:${rig.apiPort}`;
  });
  afterAll(async () => rig?.stop());
  afterEach(async () => {
    await rig?.control('DELETE', 'faults');
    await rig?.control('DELETE', 'deliveries');
  });
  return { rig: () => must(rig, 'the stand-in') };
}

export const nowReally = (minutesLater = 0) => new Date(Date.now() + minutesLater * 60_000);
export const worker = (minutesLater = 0): Ctx<Worker> => workerCtx(nowReally(minutesLater));

type Payable = { readonly ctx: Ctx<Educator>; readonly reference: string };

export const openFor = (one: Payable, covers: Covers = 'due_now') =>
  openCheckout(again(one.ctx, nowReally()), { reference: one.reference, covers });

/** Opens the page for somebody and answers the attempt behind it. */
export async function opened(one: Payable, covers: Covers = 'due_now') {
  value(await openFor(one, covers));
  return must((await attemptsOf(one)).at(-1), 'the attempt just opened');
}

export type Attempt = Awaited<ReturnType<typeof opened>>;

/** Types a card number on the hosted page. */
export async function payWith(rig: Rig, { checkoutSessionId }: Pick<Attempt, 'checkoutSessionId'>, number: string): Promise<object> {
  return rig.control('POST', `sessions/${must(checkoutSessionId, 'a session')}/pay`, { number });
}

export async function attemptsOf(one: { readonly reference: string }) {
  const { id } = await applicationOf(one);
  return database()
    .select()
    .from(paymentAttempt)
    .where(eq(paymentAttempt.applicationId, id))
    .orderBy(asc(paymentAttempt.createdAt));
}

export async function findAttemptRow(attempt: { readonly id: string }) {
  const [row] = await database().select().from(paymentAttempt).where(eq(paymentAttempt.id, attempt.id));
  return must(row, 'the attempt');
}

export async function receiptsOf(one: { readonly reference: string }) {
  const { id } = await applicationOf(one);
  return database().select().from(receipt).where(eq(receipt.applicationId, id));
}

export const postingsOf = (attempt: { readonly id: string }) =>
  database().select().from(ledgerTransaction).where(eq(ledgerTransaction.sourceKey, `capture:${attempt.id}`));

/** What the gateway did about one attempt: every object of its own carries the attempt's id. */
export async function moneyOf(rig: Rig, attempt: { readonly id: string }) {
  const all: Record<string, { metadata?: { attempt_id?: string } }[]> = await rig.control('GET', 'money');
  const mine = (list: string) => (all[list] ?? []).filter((one) => one.metadata?.attempt_id === attempt.id).length;
  return { held: mine('held'), captures: mine('captures'), cancels: mine('cancels'), refunds: all.refunds?.length ?? 0 };
}

/** The calls that were answered by work and not by memory, like `checkout/sessions` or `capture`. */
export async function callsLike(rig: Rig, path: string): Promise<{ idempotency_key: string; replayed: boolean }[]> {
  const answer: Record<string, { idempotency_key: string; replayed: boolean }[]> = await rig.control('GET', `calls?path=${encodeURIComponent(path)}`);
  return answer.data ?? [];
}

/** Delivers what the gateway has to tell, `times` over and all at once, then lets the worker do what was promised. */
export async function deliverEvents(rig: Rig, times = 1): Promise<void> {
  await rig.control('POST', 'deliveries/flush');
  const calls = rig.receiver.received.splice(0);
  const copies = Array.from({ length: times }, () => calls).flat();
  const ctx = () => ({ actor: anyone, now: nowReally(), requestId: crypto.randomUUID() });
  await Promise.all(copies.map((call) => receiveEvent(ctx(), call)));
  await work();
}

/** The worker's promised work about payments, until there is none. Emails are not sent here. */
export async function work(minutesLater = 0): Promise<void> {
  const runners = { ...jobRunners, deliver_message: async () => {} };
  for (;;) {
    const { done, failed } = await drain(runners, () => nowReally(minutesLater), 50);
    if (failed.length > 0) throw new Error(`Work failed: ${JSON.stringify(failed)}`);
    if (done === 0) return;
  }
}

export const settle = (attempt: { readonly id: string }) => settleAttempt(worker(), attempt.id);
