import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { showDemo } from './embedded/demo-page';
import { sendNotFound } from './embedded/page';
import { sendMailboxStyles, startMailbox, type Mailbox } from './mailbox/start';
import { startPaymentStandIn } from './payments/start';

/*
 * The process of the embedded parts beside the database: the mailbox, the demo page and the payment stand-in, as many
 * of them as EMBEDDED_PARTS names. All listen on 127.0.0.1; proxy.ts sends /dev/* and /demo* here.
 */
const settings = z
  .object({
    CECS_ENV: z.literal('development').default('development'),
    CECS_HOME: z.string().min(1),
    EMBEDDED_PARTS: z.string(),
    DEV_ORIGIN: z.url(),
    APP_URL: z.url(),
    WEB_ORIGIN: z.url(),
    SMTP_URL: z.url(),
    STRIPE_API_URL: z.url().optional(),
    STRIPE_SECRET_KEY: z.string(),
    STRIPE_WEBHOOK_SECRET: z.string(),
  })
  .parse(process.env);

type PaymentStandIn = Awaited<ReturnType<typeof startPaymentStandIn>>;

const home = resolve(settings.CECS_HOME);
const parts = settings.EMBEDDED_PARTS.split(',');
const mailbox = parts.includes('mail') ? await startMailboxPart() : undefined;
const payments = parts.includes('payments') ? await startPaymentsPart() : undefined;

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
server.listen(Number(new URL(settings.DEV_ORIGIN).port), '127.0.0.1');
await once(server, 'listening');
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
process.stdout.write('ready\n');

function startMailboxPart(): Promise<Mailbox> {
  return startMailbox({ folder: join(home, 'mail'), smtpPort: Number(new URL(settings.SMTP_URL).port) });
}

function startPaymentsPart(): Promise<PaymentStandIn> {
  return startPaymentStandIn({
    folder: join(home, 'payments'),
    ...(settings.STRIPE_API_URL ? { apiPort: Number(new URL(settings.STRIPE_API_URL).port) } : {}),
    secretKey: settings.STRIPE_SECRET_KEY,
    webhookSecret: settings.STRIPE_WEBHOOK_SECRET,
    webhookUrl: `${settings.WEB_ORIGIN}/api/stripe/webhook`,
    pageOrigin: new URL(settings.APP_URL).origin,
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', settings.DEV_ORIGIN);
  const isUnder = (path: string): boolean => url.pathname === path || url.pathname.startsWith(`${path}/`);
  if (payments && isUnder('/dev/pay')) return payments.handlePage(request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendNotFound(response);
  if (url.pathname === '/dev/mailbox.css') return sendMailboxStyles(response);
  if (mailbox && (isUnder('/dev/mailbox') || url.pathname === '/dev/mailbox.json')) {
    return mailbox.showPage(url, response);
  }
  if (parts.includes('database') && /^\/demo(\.json)?$/.test(url.pathname)) {
    return showDemo(join(home, 'demo.json'), url, response);
  }
  sendNotFound(response);
}

async function stop(): Promise<void> {
  server.close();
  server.closeAllConnections();
  await mailbox?.stop();
  await payments?.stop();
  process.exit(0);
}
