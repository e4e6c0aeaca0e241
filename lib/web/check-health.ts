import 'server-only';
import { sql } from 'drizzle-orm';
import { read } from '@/db/transact';
import { env } from '@/lib/env';
import { anyone } from '@/lib/shared/context';

export type Health = {
  readonly status: 'ok' | 'down';
  readonly database: 'embedded' | 'external';
  readonly payments: 'sandbox' | 'stripe';
  readonly mail: 'mailbox' | 'smtp';
};

/** Whether this process can do its work, and which parts it works with. */
export async function checkHealth(): Promise<Health> {
  const isEmbedded = (part: string) => env().EMBEDDED_PARTS.includes(part);
  return {
    status: (await canAsk()) ? 'ok' : 'down',
    database: isEmbedded('database') ? 'embedded' : 'external',
    payments: isEmbedded('payments') ? 'sandbox' : 'stripe',
    mail: isEmbedded('mail') ? 'mailbox' : 'smtp',
  };
}

async function canAsk(): Promise<boolean> {
  try {
    await read(anyone, (tx) => tx.execute(sql`select version from rule_set_version`));
    return true;
  } catch {
    return false;
  }
}
