import type { Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { openingReasons, type OpeningReason } from './model';
import { insertAccess, lockOpeningsBy, reasonsSince } from './store';

/** Opening the same record again for the same reason within this time is one access. */
const oneAccessMinutes = 10;

type Subject = AuditEvent['subject'];

/** The reasons under which this member of the staff has the record open now. Waits for their other openings. */
export async function openReasons(tx: Tx, ctx: Ctx<Staff>, subject: Subject): Promise<OpeningReason[]> {
  await lockOpeningsBy(tx, ctx.actor.accountId);
  const since = new Date(ctx.now.getTime() - oneAccessMinutes * 60_000);
  const reasons = await reasonsSince(tx, { subject, staffId: ctx.actor.accountId }, since);
  return reasons.filter((reason): reason is OpeningReason => reason in openingReasons);
}

export type Opening = {
  readonly subjects: readonly Subject[];
  readonly reason: OpeningReason;
  /** What was looked at: "application A0001Z3K". The person reads it. */
  readonly purpose: string;
};

/** Writes down who opened which records, when and why (C.G.S. §4-193), for the person to see. Call it last: it audits. */
export async function noteOpening(tx: Tx, ctx: Ctx<Staff>, { subjects, reason, purpose }: Opening): Promise<void> {
  const { accountId: staffId } = ctx.actor;
  const events: AuditEvent[] = [];
  for (const subject of subjects) {
    if ((await openReasons(tx, ctx, subject)).includes(reason)) continue;
    if (subject.kind === 'person') await insertAccess(tx, { personId: subject.id, staffId, reason, purpose, at: ctx.now });
    events.push({ type: 'person_opened', subject, details: { purpose } });
  }
  await recordAudit(tx, { ...ctx, reason }, ...events);
}
