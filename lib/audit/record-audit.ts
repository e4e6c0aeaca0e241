import { auditEvent } from '@/db/schema/audit';
import type { Tx } from '@/db/transact';
import type { Ctx } from '@/lib/shared/context';
import type { AuditEvent } from './model';

/**
 * Writes what was done, in the transaction that did it. Call it last: the chain's lock is held until commit, and taking it
 * early would make everyone wait and can deadlock against row locks.
 */
export async function recordAudit(tx: Tx, ctx: Ctx, ...events: AuditEvent[]): Promise<void> {
  for (const event of events) {
    await tx.insert(auditEvent).values({
      at: ctx.now,
      actorKind: ctx.actor.kind,
      actorId: 'accountId' in ctx.actor ? ctx.actor.accountId : null,
      sessionId: 'sessionId' in ctx.actor ? ctx.actor.sessionId : null,
      type: event.type,
      subjectKind: event.subject.kind,
      subjectId: event.subject.id,
      reason: ctx.reason ?? null,
      details: event.details ?? {},
      requestId: ctx.requestId,
    });
  }
}
