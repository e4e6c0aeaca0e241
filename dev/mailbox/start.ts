import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { sendJson, sendNotFound, sendPage, sendStyles } from '@/dev/embedded/page';
import { mailboxPage, mailPage } from './pages';
import { startSmtp } from './smtp';
import { openMailStore, type MailStore } from './store';

export type Mailbox = {
  readonly smtpPort: number;
  /** Answers `/dev/mailbox`, `/dev/mailbox.json` and one message's page. */
  showPage(url: URL, response: ServerResponse): void;
  stop(): Promise<void>;
};

export async function startMailbox(options: { folder: string; smtpPort: number }): Promise<Mailbox> {
  const store = await openMailStore(options.folder);
  const smtp = await startSmtp({ store, port: options.smtpPort });
  return { smtpPort: smtp.port, stop: smtp.stop, showPage: (url, response) => showPage(store, url, response) };
}

function showPage(store: MailStore, url: URL, response: ServerResponse): void {
  const to = url.searchParams.get('to') ?? '';
  if (url.pathname === '/dev/mailbox') return sendPage(response, mailboxPage(store.list(to), to));
  if (url.pathname === '/dev/mailbox.json') return sendJson(response, store.list(to).map(asJson));
  const mail = store.find(url.pathname.slice('/dev/mailbox/'.length));
  return mail ? sendPage(response, mailPage(mail), { showsMail: true }) : sendNotFound(response);
}

function asJson({ to, subject, text, html, at }: ReturnType<MailStore['list']>[number]): object {
  return { to, subject, text, html, at };
}

/** The one stylesheet of the mailbox and the demo page, at `/dev/mailbox.css`. */
export function sendMailboxStyles(response: ServerResponse): void {
  sendStyles(response, readFileSync(join(process.cwd(), 'dev/mailbox/mailbox.css'), 'utf8'));
}
