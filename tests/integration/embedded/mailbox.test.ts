import * as fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { sendMailboxStyles, startMailbox, type Mailbox } from '@/dev/mailbox/start';

const message = {
  from: 'CECS <no-reply@cecs.example>',
  to: 'Ana Ruiz <ana.ruiz@example.org>',
  subject: 'Your username — für Sie',
  text: 'Your username is ARUIZ7.\nhttp://localhost:3000/login',
  html: '<p style="color: navy">Your username is <b>ARUIZ7</b>.</p><script>alert(1)</script>',
};

type Captured = { to: string; subject: string; text: string; html: string; at: string };

let folder: string;
let mailbox: Mailbox;
let pages: Server;
let origin: string;

async function open(): Promise<void> {
  mailbox = await startMailbox({ folder, smtpPort: 0 });
  pages = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/dev/mailbox.css') return sendMailboxStyles(response);
    mailbox.showPage(url, response);
  });
  await new Promise<void>((listening) => pages.listen(0, '127.0.0.1', listening));
  const address = pages.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

async function shut(): Promise<void> {
  pages.closeAllConnections();
  pages.close();
  await mailbox.stop();
}

async function send(changes: Partial<typeof message> = {}): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: mailbox.smtpPort, secure: false });
  try {
    await transport.sendMail({ ...message, ...changes });
  } finally {
    transport.close();
  }
}

async function listed(query = ''): Promise<Captured[]> {
  return (await (await fetch(`${origin}/dev/mailbox.json${query}`)).json()) as Captured[];
}

async function newestPage(): Promise<{ body: string; policy: string }> {
  const list = await (await fetch(`${origin}/dev/mailbox`)).text();
  const path = /href="(\/dev\/mailbox\/[^"]+)"/.exec(list)?.[1] ?? '';
  const answer = await fetch(origin + path);
  return { body: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' };
}

beforeEach(async () => {
  folder = fs.mkdtempSync(join(tmpdir(), 'cecs-mailbox-'));
  await open();
});

afterEach(async () => {
  await shut();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('the mailbox', () => {
  it('shows what was sent to it, newest first', async () => {
    await send();
    await send({ subject: 'Your temporary password' });
    const [second, first] = await listed();
    expect(second?.subject).toBe('Your temporary password');
    expect(first).toEqual({
      ...{ to: 'ana.ruiz@example.org', subject: message.subject, at: expect.stringMatching(/^\d{4}-.*Z$/) },
      ...{ text: expect.stringContaining('ARUIZ7'), html: expect.stringContaining('<b>ARUIZ7</b>') },
    });
  });

  it('has a message on disk, readable by its owner alone, once the sender was told it arrived', async () => {
    await send();
    const [name = ''] = fs.readdirSync(folder);
    expect(JSON.parse(fs.readFileSync(join(folder, name), 'utf8'))).toMatchObject({ subject: message.subject });
    expect(fs.statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('keeps its messages over a restart', async () => {
    await send();
    await shut();
    await open();
    await send({ subject: 'After the restart' });
    expect((await listed()).map((mail) => mail.subject)).toEqual(['After the restart', message.subject]);
  });

  it('finds the mail of one person', async () => {
    await send();
    await send({ to: 'someone.else@example.org' });
    expect(await listed('?to=Ana.Ruiz@example.org')).toHaveLength(1);
  });

  it.each(['fails@example.org', 'refuses.always@example.org'])('refuses mail to %s for good', async (to) => {
    await expect(send({ to })).rejects.toMatchObject({ responseCode: 550 });
    expect(await listed()).toEqual([]);
  });

  it('puts off mail to busy@example.org', async () => {
    await expect(send({ to: 'busy@example.org' })).rejects.toMatchObject({ responseCode: 451 });
  });

  it('survives a sender that hangs up in the middle of a message', async () => {
    await new Promise((closed) => {
      const socket = connect(mailbox.smtpPort, '127.0.0.1', () => {
        socket.write('EHLO x\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\nSubject: half');
        setImmediate(() => socket.destroy());
      });
      socket.on('close', closed);
    });
    await send();
    expect((await listed()).map((mail) => mail.subject)).toEqual([message.subject]);
  });

  it('shows a message laid out in a frame where no script runs, and as text with its links', async () => {
    await send();
    const { body, policy } = await newestPage();
    expect(body).toMatch(/<iframe[^>]*sandbox="allow-top-navigation-by-user-activation"[^>]*srcdoc=/s);
    expect(body).not.toContain('<script>');
    expect(body).toContain('<a href="http://localhost:3000/login">');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('needs no style attribute and no script of its own', async () => {
    await send({ subject: '<img src=x onerror=alert(1)>', html: '' });
    for (const body of [await (await fetch(`${origin}/dev/mailbox`)).text(), (await newestPage()).body]) {
      expect(body).not.toMatch(/ style=|<script|<style|<img/);
      expect(body).toContain('href="/dev/mailbox.css"');
    }
    expect((await fetch(`${origin}/dev/mailbox.css`)).headers.get('content-type')).toContain('text/css');
  });

  it('says so when there is no mail, and when there is nothing at an address', async () => {
    expect(await (await fetch(`${origin}/dev/mailbox`)).text()).toContain('No mail yet');
    expect((await fetch(`${origin}/dev/mailbox/20260101-nothing`)).status).toBe(404);
  });
});
