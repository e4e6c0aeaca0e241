import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { startPaymentStandIn, type PaymentStandIn } from '@/dev/payments/start';

export const secretKey = 'sk_test_standin';
export const webhookSecret = 'whsec_standin';

/** Where the webhooks go: a server that keeps what it was sent and answers as told. */
export type Receiver = {
  readonly url: string;
  readonly received: { readonly body: string; readonly signature: string }[];
  /** Statuses for the next deliveries; 200 when used up. */
  readonly answers: number[];
  close(): Promise<void>;
};

export async function startReceiver(): Promise<Receiver> {
  const received: { body: string; signature: string }[] = [];
  const answers: number[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      received.push({ body: Buffer.concat(chunks).toString(), signature: String(req.headers['stripe-signature']) });
      res.writeHead(answers.shift() ?? 200).end();
    });
  });
  const url = `http://127.0.0.1:${await listen(server)}/hook`;
  return { url, received, answers, close: () => close(server) };
}

export type Rig = {
  readonly folder: string;
  readonly stripe: Stripe;
  readonly receiver: Receiver;
  readonly apiPort: number;
  readonly pageOrigin: string;
  control(method: string, path: string, wish?: object): Promise<Record<string, never>>;
  /** Verified events in the order of arrival, after everything that waits was tried. */
  events(): Promise<Stripe.Event[]>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export function stripeOn(port: number, key = secretKey): Stripe {
  return new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });
}

export async function callControl(port: number, method: string, path: string, wish?: object) {
  const answer = await fetch(`http://127.0.0.1:${port}/control/${path}`, {
    method,
    headers: { authorization: `Bearer ${secretKey}` },
    ...(wish && { body: JSON.stringify(wish) }),
  });
  const body = await answer.json();
  if (!answer.ok) throw new Error(JSON.stringify(body));
  return body;
}

/** A stand-in with everything around it, on free ports and a folder of its own. */
export async function startRig(options: { webhookBackOff?: readonly number[] } = {}): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-'));
  const receiver = await startReceiver();
  let standIn: PaymentStandIn | undefined;
  const pages = createServer((req, res) => standIn?.handlePage(req, res));
  const pageOrigin = `http://127.0.0.1:${await listen(pages)}`;
  const start = async (apiPort?: number) => {
    const settings = { secretKey, webhookSecret, webhookUrl: receiver.url, pageOrigin };
    standIn = await startPaymentStandIn({ folder, ...settings, ...options, ...(apiPort && { apiPort }) });
    return standIn.apiPort;
  };
  const port = await start();
  const stripe = stripeOn(port);
  const control: Rig['control'] = (method, path, wish) => callControl(port, method, path, wish);
  return {
    folder,
    stripe,
    receiver,
    apiPort: port,
    pageOrigin,
    control,
    async events() {
      await control('POST', 'deliveries/flush');
      return Promise.all(receiver.received.map(({ body, signature }) => {
        return stripe.webhooks.constructEventAsync(body, signature, webhookSecret);
      }));
    },
    async restart() {
      await standIn?.stop();
      await start(port);
    },
    async stop() {
      await standIn?.stop();
      await Promise.all([close(pages), receiver.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A test with a stand-in of its own, stopped whatever happens. */
export async function withRig(work: (rig: Rig) => Promise<void>, options: Parameters<typeof startRig>[0] = {}) {
  const rig = await startRig(options);
  try {
    await work(rig);
  } finally {
    await rig.stop();
  }
}

/** What the product sends: a held payment by Visa or Mastercard credit card, in two lines. */
export function sessionWish(more: Partial<Stripe.Checkout.SessionCreateParams> = {}): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    allowed_payment_method_types: ['card'],
    wallet_options: { link: { display: 'never' } },
    line_items: [line('Review fee', 5000), line('Professional educator certificate', 32_500)],
    payment_intent_data: { capture_method: 'manual', metadata: { attempt_id: 'attempt-1' } },
    payment_method_options: {
      card: {
        restrictions: {
          brands_blocked: ['american_express', 'discover_global_network'],
          funding_types_blocked: ['debit', 'prepaid'],
        },
      },
    },
    client_reference_id: 'attempt-1',
    success_url: 'http://127.0.0.1:3000/pay/return?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://127.0.0.1:3000/pay/canceled',
    ...more,
  };
}

export function line(name: string, amount: number, quantity = 1): Stripe.Checkout.SessionCreateParams.LineItem {
  return { price_data: { currency: 'usd', unit_amount: amount, product_data: { name } }, quantity };
}

export const visaCredit = '4242424242424242';

/** Pays a new session and answers the ids of what came of it. */
export async function heldPayment(rig: Rig, number = visaCredit, more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const session = await rig.stripe.checkout.sessions.create(sessionWish(more));
  await rig.control('POST', `sessions/${session.id}/pay`, { number });
  const paid = await rig.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] });
  const intent = paid.payment_intent;
  if (intent === null || typeof intent === 'string') throw new Error('The payment intent was not expanded');
  const charge = intent.latest_charge;
  if (charge === null || typeof charge === 'string') throw new Error('The charge was not expanded');
  return { session: paid, intent, charge };
}

/** The error a call ends in; fails when it succeeds. */
export async function errorOf(call: Promise<unknown>): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  try {
    await call;
  } catch (thrown) {
    if (thrown instanceof Stripe.errors.StripeError) return thrown;
    throw thrown;
  }
  throw new Error('The call succeeded');
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function close(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
