import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export type Received = { readonly to: string; readonly messageId: string };

export type PostOffice = {
  readonly received: Received[];
  /** Called with a letter in hand, before the sender hears that it was taken. */
  whenTaken: () => Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
};

const headerOf = (mail: string, name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(mail)?.[1]?.trim() ?? '';

/** A mail server of a test file that can be shut and opened again under the same address, and notes each letter's Message-ID. */
export function usePostOffice(): PostOffice {
  let port = 0;
  let server: SMTPServer | undefined;
  const office: PostOffice = {
    received: [],
    whenTaken: async () => {},
    async open() {
      server = new SMTPServer({
        ...{ logger: false, disableReverseLookup: true, disabledCommands: ['AUTH', 'STARTTLS'], closeTimeout: 500 },
        onRcptTo: ({ address }, _session, answer) => answer(refusalOf(address)),
        onData: (stream, session, answer) => {
          const to = session.envelope.rcptTo.map((one) => one.address).join(', ');
          text(stream)
            .then((mail) => office.received.push({ to, messageId: headerOf(mail, 'Message-ID') }))
            .then(() => office.whenTaken())
            .then(() => answer(), answer);
        },
      });
      const listening = server.listen(port, '127.0.0.1');
      await once(listening, 'listening');
      const address = listening.address();
      port = typeof address === 'object' && address !== null ? address.port : port;
    },
    close: () => new Promise((closed) => (server ? server.close(() => closed()) : closed())),
  };
  beforeAll(async () => {
    await office.open();
    process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  });
  afterAll(() => office.close());
  return office;
}

function refusalOf(address: string): Error | null {
  if (address.startsWith('gone')) return Object.assign(new Error(`5.1.1 ${address} is unknown here`), { responseCode: 550 });
  if (address.startsWith('full')) return Object.assign(new Error(`4.2.2 ${address} is full`), { responseCode: 452 });
  return null;
}
