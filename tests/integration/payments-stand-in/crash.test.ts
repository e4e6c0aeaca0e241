import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { callControl, secretKey, sessionWish, startReceiver, stripeOn, visaCredit, webhookSecret, type Receiver } from './rig';

const program = `
  import { startPaymentStandIn } from './dev/payments/start.ts';
  const { apiPort } = await startPaymentStandIn(JSON.parse(process.argv[1]));
  console.log(apiPort);
`;

let folder: string;
let receiver: Receiver;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stand-in-'));
  receiver = await startReceiver();
});

afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
});

/** The stand-in in a process of its own, as it really runs: by tsx. */
async function startChild() {
  const options = {
    folder, secretKey, webhookSecret, webhookUrl: receiver.url, pageOrigin: 'http://127.0.0.1:3000', webhookBackOff: [10, 10, 10],
  };
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, JSON.stringify(options)], {
    cwd: resolve(__dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [port] = await once(child.stdout, 'data');
  return { child, port: Number(String(port)), stripe: stripeOn(Number(String(port))) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('kill -9 loses nothing that was answered', async () => {
  const first = await startChild();
  const session = await first.stripe.checkout.sessions.create(sessionWish(), { idempotencyKey: 'one' });
  await callControl(first.port, 'POST', `sessions/${session.id}/pay`, { number: visaCredit });
  const paid = await first.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
  const intent = paid.payment_intent as Stripe.PaymentIntent;
  const captured = await first.stripe.paymentIntents.capture(intent.id, {}, { idempotencyKey: 'capture' });
  await callControl(first.port, 'POST', 'clock', { advance_seconds: 3600 });
  await kill(first.child);

  const second = await startChild();
  expect((await second.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
  expect(await second.stripe.paymentIntents.retrieve(intent.id)).toEqual(captured);
  expect(await second.stripe.paymentIntents.capture(intent.id, {}, { idempotencyKey: 'capture' })).toEqual(captured);
  expect((await second.stripe.checkout.sessions.create(sessionWish(), { idempotencyKey: 'one' })).id).toBe(session.id);
  expect(await callControl(second.port, 'GET', 'money')).toMatchObject({ captures: [{ payment_intent: intent.id }] });
  const { now } = await callControl(second.port, 'GET', 'clock');
  expect(now).toBeGreaterThan(Date.now() / 1000 + 3500);
});

test('kill -9 under load: every acknowledged session is there, and every event still arrives', async () => {
  const first = await startChild();
  const acknowledged: string[] = [];
  const load = Array.from({ length: 8 }, async () => {
    for (;;) {
      const { id } = await first.stripe.checkout.sessions.create(sessionWish());
      await first.stripe.checkout.sessions.expire(id);
      acknowledged.push(id);
      if (acknowledged.length === 60) void kill(first.child);
    }
  });
  await Promise.allSettled(load);
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);
  const second = await startChild();
  const states = await Promise.all(acknowledged.map((id) => second.stripe.checkout.sessions.retrieve(id)));
  expect(new Set(states.map(({ status }) => status))).toEqual(new Set(['expired']));
  await callControl(second.port, 'POST', 'deliveries/flush');
  const told = receiver.received.map(({ body }) => (JSON.parse(body) as Stripe.Event).data.object);
  const ids = new Set(told.map((object) => ('id' in object ? object.id : '')));
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
});

test('a line torn by a crash is forgotten, since nobody was answered for it', async () => {
  const first = await startChild();
  const { id } = await first.stripe.checkout.sessions.create(sessionWish());
  await kill(first.child);
  const journal = join(folder, 'journal.jsonl');
  const before = await readFile(journal, 'utf8');
  await appendFile(journal, '[["session","cs_test_half",{"id":"cs_te');
  const second = await startChild();
  expect((await second.stripe.checkout.sessions.retrieve(id)).status).toBe('open');
  expect(await readFile(journal, 'utf8')).toBe(before);
  await second.stripe.checkout.sessions.expire(id);
  await kill(second.child);
  const third = await startChild();
  expect((await third.stripe.checkout.sessions.retrieve(id)).status).toBe('expired');
});

test('the journal can be read by nobody else', async () => {
  await startChild();
  expect((await stat(join(folder, 'journal.jsonl'))).mode & 0o777).toBe(0o600);
});
