import 'server-only';
import { createTransport } from 'nodemailer';
import { env } from '@/lib/env';
import type { RenderedMessage } from './model';

export type Sending = { readonly outcome: 'accepted' } | { readonly outcome: 'refused' | 'unreachable'; readonly failure: string };

let transport: ReturnType<typeof createTransport> | undefined;

/**
 * Hands a message to the mail server. A permanent refusal (5xx) is told apart from anything that a later try may cure.
 * The failure is the server's code, never its text: servers quote addresses.
 */
export async function send(messageId: string, message: RenderedMessage): Promise<Sending> {
  transport ??= createTransport({ url: env().SMTP_URL, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  try {
    await transport.sendMail({
      from: env().MAIL_FROM,
      to: { name: '', address: message.to },
      subject: message.subject,
      html: message.html,
      text: message.text,
      messageId: `<${messageId}@${new URL(env().APP_URL).hostname}>`,
    });
    return { outcome: 'accepted' };
  } catch (thrown) {
    const code = responseCode(thrown);
    return { outcome: code >= 500 ? 'refused' : 'unreachable', failure: code ? `smtp_${code}` : 'smtp_unreachable' };
  }
}

function responseCode(thrown: unknown): number {
  const code = (thrown as { responseCode?: unknown } | null)?.responseCode;
  return typeof code === 'number' ? code : 0;
}
