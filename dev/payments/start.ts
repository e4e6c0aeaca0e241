import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createApi } from './api';
import { openBook, type Book } from './book';
import type { Settings } from './call';
import { createControl } from './control';
import { startDeliveries } from './deliveries';
import { createDeliveryRules } from './delivery-rules';
import { createFaults } from './faults';
import { createPage } from './page';
import { settle } from './settle';

export type PaymentStandInOptions = Settings & {
  /** Holds everything it remembers; one stand-in to a folder. */
  readonly folder: string;
  /** A free port when not given. */
  readonly apiPort?: number;
  /** Milliseconds to wait after the first, second… failed webhook; given up after the last. */
  readonly webhookBackOff?: readonly number[];
};

export type PaymentStandIn = {
  readonly apiPort: number;
  /** Answers `/dev/pay/…`, in whatever server the public origin leads to. */
  handlePage(req: IncomingMessage, res: ServerResponse): void;
  stop(): Promise<void>;
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** About two days in all, as Stripe keeps trying for days. */
const patientBackOff = [
  ...[1, 2, 5, 10, 30].map((seconds) => seconds * second),
  ...[1, 2, 5, 10, 30].map((minutes) => minutes * minute),
  ...[1, 2, 5, 10, 10, 10, 10].map((hours) => hours * hour),
];

/**
 * Speaks Stripe's protocol to the unmodified SDK on a loopback port and delivers signed webhooks, with no way to a bank.
 * What it answered for is in the journal of its folder and survives a kill.
 */
export async function startPaymentStandIn(options: PaymentStandInOptions): Promise<PaymentStandIn> {
  const { folder, apiPort = 0, webhookBackOff: backOff = patientBackOff, ...settings } = options;
  const book = openBook(folder);
  const faults = createFaults();
  const rules = createDeliveryRules();
  const deliveries = startDeliveries({ book, settings, rules, backOff });
  const control = createControl({ book, faults, rules, deliveries });
  const server = createServer(createApi({ book, settings, faults, control }));
  const port = await listen(server, apiPort);
  const ticking = setInterval(() => settleOrSay(book), second);
  return {
    apiPort: port,
    handlePage: createPage(book),
    async stop() {
      clearInterval(ticking);
      server.close();
      server.closeAllConnections();
      await deliveries.stop();
      book.close();
    },
  };
}

// A disk that is full for a while must not end the process: what is due is done at the next tick.
function settleOrSay(book: Book): void {
  try {
    settle(book);
  } catch (thrown) {
    process.stderr.write(`payment stand-in: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
