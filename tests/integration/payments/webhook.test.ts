import { gatewayEvent, paymentAttempt } from '@/db/schema/payments';
import { job } from '@/db/schema/mail';
import { receiveEvent } from '@/lib/payments/receive-event';
import { anyone } from '@/lib/shared/context';
import { must } from '@/lib/shared/result';
import { filedAdvance, tenConnections } from '@/tests/integration/staff/filed';
import { webhookSecret } from '@/tests/integration/payments-stand-in/rig';
import { useDatabase } from '@/tests/support/database';
import { nowReally, opened, payWith, useGateway } from '@/tests/support/payments';
import { sql } from 'drizzle-orm';

const { db } = useDatabase();
const { rig } = useGateway();

const receive = (body: string, signature: string) =>
  receiveEvent({ actor: anyone, now: nowReally(), requestId: crypto.randomUUID() }, { body, signature });
const eventRows = async () => (await db().select().from(gatewayEvent)).length;
const settleJobs = async () => (await db().select().from(job).where(sql`kind = 'settle_attempt'`)).length;

/** A call as the gateway would sign it, with whatever secret and age. */
async function signed(body: string, more: { secret?: string; secondsOld?: number } = {}): Promise<string> {
  const { secret = webhookSecret, secondsOld = 0 } = more;
  const timestamp = Math.floor(Date.now() / 1000) - secondsOld;
  return rig().stripe.webhooks.generateTestHeaderStringAsync({ payload: body, secret, timestamp });
}

const eventBody = (id: string, metadata: Record<string, string> = {}) =>
  JSON.stringify({ id, object: 'event', type: 'checkout.session.completed', data: { object: { id: 'cs_1', metadata } } });

describe('a webhook call that is not the gateway’s', () => {
  const body = eventBody('evt_forged', { attempt_id: '0190b0d2-0000-7000-8000-000000000001' });
  it.each([
    ['no signature at all', async () => ['', body]],
    ['nonsense for a signature', async () => ['t=1,v1=00', body]],
    ['another secret', async () => [await signed(body, { secret: 'whsec_other' }), body]],
    ['a body changed after signing', async () => [await signed(body), body.replace('evt_forged', 'evt_altered')]],
    ['one space more', async () => [await signed(body), `${body} `]],
    ['six minutes of age', async () => [await signed(body, { secondsOld: 360 }), body]],
    ['a signature of nothing', async () => [await signed(''), body]],
    ['a body that is no JSON', async () => [await signed('not json'), 'not json']],
    ['no body', async () => [await signed(body), '']],
  ])('with %s is refused and leaves no row', async (_what, make) => {
    const [signature = '', sent = ''] = await make();
    expect(await receive(sent, signature)).toEqual({ ok: false, error: 'not_from_gateway' });
    expect(await eventRows()).toBe(0);
    expect(await settleJobs()).toBe(0);
  });
});

describe('a webhook call of the gateway', () => {
  it('is one row and one promise, however often it comes and however many take it at once', async () => {
    const attempt = await opened(await filedAdvance());
    await payWith(rig(), attempt, '4242424242424242');
    await rig().control('POST', 'deliveries/flush');
    const calls = rig().receiver.received.filter((call) => call.body.includes(attempt.id));
    const completed = must(calls.find((call) => call.body.includes('checkout.session.completed')), 'the event');
    const [rows, jobs] = [await eventRows(), await settleJobs()];
    await tenConnections();
    const answers = await Promise.all(Array.from({ length: 10 }, () => receive(completed.body, completed.signature)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect([await eventRows(), await settleJobs()]).toEqual([rows + 1, jobs + 1]);
    expect((await db().select().from(paymentAttempt))[0]?.state).toBe('session_open');
  });

  it('about nothing of ours is kept and promises nothing', async () => {
    const body = eventBody('evt_unrelated');
    const jobs = await settleJobs();
    expect(await receive(body, await signed(body))).toEqual({ ok: true, value: undefined });
    expect(await settleJobs()).toBe(jobs);
  });

  it('keeps ids and a type, and nothing of the payer', async () => {
    const kept = JSON.stringify(await db().select().from(gatewayEvent));
    for (const theirs of ['payer@example.com', 'Pat Payer', '4242']) expect(kept).not.toContain(theirs);
  });
});
