import { startSmtp } from '@/dev/mailbox/smtp';
import type { CapturedMail, MailStore } from '@/dev/mailbox/store';
import { drain } from '@/lib/mail/drain';
import { must } from '@/lib/shared/result';
import { jobRunners } from '@/scripts/worker/jobs';
import { now } from './people';

export type Letters = {
  /** Everything that arrived at an address, oldest first. */
  to(address: string): readonly CapturedMail[];
  all(): readonly CapturedMail[];
};

/** A real mail server for a test file, at the far end of the product's own SMTP. Call it after `useDatabase`. */
export function useMailbox(): Letters {
  const kept: CapturedMail[] = [];
  const store: MailStore = {
    async keep(mail) {
      const captured = { id: String(kept.length), ...mail };
      kept.push(captured);
      return captured;
    },
    list: () => kept,
    find: (id) => kept[Number(id)],
  };
  let smtp: Awaited<ReturnType<typeof startSmtp>> | undefined;
  beforeAll(async () => {
    smtp = await startSmtp({ store, port: 0 });
    process.env.SMTP_URL = `smtp://127.0.0.1:${smtp.port}`;
  });
  afterAll(async () => smtp?.stop());
  return { to: (address) => kept.filter((mail) => mail.to === address), all: () => kept };
}

/** The worker's post, until nothing is left to send. */
export async function deliverMail(at: Date = now): Promise<void> {
  for (;;) {
    const { done, failed } = await drain(jobRunners, () => at, 50);
    if (failed.length > 0) throw new Error(`Not delivered: ${JSON.stringify(failed)}`);
    if (done === 0) return;
  }
}

/** The code or temporary password that a letter carries, as it is shown there. */
export function codeIn(mail: Pick<CapturedMail, 'text'> | undefined): string {
  return must(/\b[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}-[0-9A-Z]{6}\b/.exec(must(mail, 'a letter').text)?.[0], 'a code in the letter');
}

export function usernameIn(mail: Pick<CapturedMail, 'text'> | undefined): string {
  return must(/\bCT-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(must(mail, 'a letter').text)?.[0], 'a username in the letter');
}
