import { expect, type Page } from '@playwright/test';
import { must } from '@/lib/shared/result';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string; readonly at: string };

/** The mail of one address, the newest first. */
export async function readMails(page: Page, email: string): Promise<Mail[]> {
  const answer = await page.request.get('/dev/mailbox.json');
  const mails = (await answer.json()) as Mail[];
  return mails.filter(({ to }) => JSON.stringify(to).toLowerCase().includes(email.toLowerCase()));
}

/** Waits for a mail. `count`: when there are to be that many of its subject, for a second one of a kind. */
export async function mailTo(page: Page, email: string, subject: string, count = 1): Promise<Mail> {
  let found: Mail[] = [];
  await expect
    .poll(async () => (found = (await readMails(page, email)).filter((mail) => mail.subject.includes(subject))).length, {
      message: `mail to ${email}: ${subject}`,
      timeout: 20_000,
    })
    .toBe(count);
  return must(found[0], 'the newest mail');
}

/** What stands alone on a line of a mail, to be copied. */
export function aloneOnItsLine(mail: Mail, pattern: RegExp): string {
  const lines = mail.text.split('\n').filter((line) => pattern.test(line));
  expect(lines, `lines of “${mail.subject}”`).toHaveLength(1);
  return must(lines[0], 'a line');
}

export const usernameLine = /^CT-\w{4}-\w{4}$/;
export const temporaryPasswordLine = /^\w{5}(-\w{5,6}){4}$/;
