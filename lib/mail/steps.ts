import { sql } from 'drizzle-orm';
import { job, message } from '@/db/schema/mail';
import type { Tx } from '@/db/transact';

export type NewJob = {
  readonly kind: string;
  readonly payload: Record<string, string>;
  /** Names the work: promised twice under one key, it is done once. */
  readonly dedupeKey: string;
  readonly at: Date;
};

/** Promises work for after this transaction. */
export async function enqueue(tx: Tx, work: NewJob & { readonly now: Date }): Promise<void> {
  await tx
    .insert(job)
    .values({
      kind: work.kind,
      payload: work.payload,
      dedupeKey: work.dedupeKey,
      availableAt: work.at,
      createdAt: work.now,
    })
    .onConflictDoNothing({ target: job.dedupeKey });
  await tx.execute(sql`select pg_notify('cecs_job', '')`);
}

export type NewMessage = {
  readonly kind: string;
  readonly dedupeKey: string;
  /** Whoever it is, the address is read when the message is sent; some recipients only the renderer can know. */
  readonly to: { readonly accountId: string } | { readonly address: string } | 'decided_when_sent';
  readonly signUpId?: string;
  /** Ids and references only: the text is written when the message is sent. */
  readonly payload?: Record<string, string>;
};

/** Stages an email in the transaction that is its reason. A worker renders and delivers it. */
export async function stageMessage(tx: Tx, staged: NewMessage, now: Date): Promise<void> {
  const to: { accountId?: string; address?: string } = staged.to === 'decided_when_sent' ? {} : staged.to;
  const [row] = await tx
    .insert(message)
    .values({
      kind: staged.kind,
      accountId: to.accountId ?? null,
      address: to.address ?? null,
      signUpId: staged.signUpId ?? null,
      payload: staged.payload ?? {},
      dedupeKey: staged.dedupeKey,
      createdAt: now,
    })
    .onConflictDoNothing({ target: message.dedupeKey })
    .returning({ id: message.id });
  if (!row) return;
  await enqueue(tx, {
    kind: 'deliver_message',
    payload: { messageId: row.id },
    dedupeKey: `deliver_message:${row.id}`,
    at: now,
    now,
  });
}
