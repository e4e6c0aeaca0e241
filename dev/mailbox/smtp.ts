import { once } from 'node:events';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { MailStore } from './store';

/** Addresses that let a person walk the failing paths: refused for good, or put off until later. */
const troubles = [
  { starts: /^(fails|refuses)\b/i, code: 550, says: '5.1.1 There is no such mailbox here' },
  { starts: /^busy\b/i, code: 451, says: '4.3.2 Not now, try again later' },
];

/** A mail server that keeps what it is given and sends nothing on. Answers 250 only once the message is on disk. */
export async function startSmtp(options: {
  store: MailStore;
  port: number;
}): Promise<{ port: number; stop(): Promise<void> }> {
  const server = new SMTPServer({
    ...{ banner: 'CECS mailbox', logger: false, disableReverseLookup: true, closeTimeout: 500, size: 25_000_000 },
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, answer) => answer(refusalOf(address)),
    onData: (stream, session, answer) => {
      keep(options.store, stream, session).then(
        () => answer(),
        () => answer(refusal(451, '4.3.0 The message could not be kept')),
      );
    },
  });
  // A sender that drops its connection is no reason to stop the mailbox.
  server.on('error', () => {});
  const listening = server.listen(options.port, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

function refusalOf(address: string): Error | null {
  const trouble = troubles.find((one) => one.starts.test(address));
  return trouble ? refusal(trouble.code, trouble.says) : null;
}

function refusal(responseCode: number, says: string): Error {
  return Object.assign(new Error(says), { responseCode });
}

async function keep(store: MailStore, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const mail = await simpleParser(stream);
  await store.keep({
    at: new Date().toISOString(),
    from: mail.from?.text ?? '',
    to: session.envelope.rcptTo.map((recipient) => recipient.address).join(', '),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    attachments: mail.attachments.map((attachment) => attachment.filename ?? attachment.contentType),
  });
}
