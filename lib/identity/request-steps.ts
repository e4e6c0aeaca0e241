import type { Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import type { Day } from '@/lib/shared/days';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { findMyRecord, type MyRecord } from './queries';
import { lockAccount } from './registration-store';
import { openCaseFor } from './review-steps';
import { promisedBy, type RequestKind } from './rules';
import { findOpenCaseOf } from './store';

export type Opened = { readonly kind: RequestKind; readonly reference: string; readonly promisedBy: Day };
export type RequestRefusal = 'already_open';

type Request = { readonly kind: RequestKind; readonly details: Readonly<Record<string, string | undefined>> };

/** Whoever asks, held, so that one of ten who ask at once is the first, and their record if they have one. */
export async function lockMyRecord(tx: Tx, { actor }: Ctx<Educator>): Promise<MyRecord | undefined> {
  await lockAccount(tx, actor.accountId);
  return findMyRecord(tx);
}

/** Opens the case of a request; one of a kind at a time. Call `lockMyRecord` first. */
export async function openRequest(
  tx: Tx,
  ctx: Ctx<Educator>,
  { kind, details }: Request,
  record: MyRecord | undefined,
): Promise<Result<Opened, RequestRefusal>> {
  const { accountId } = ctx.actor;
  if (await findOpenCaseOf(tx, accountId, kind)) return err('already_open');
  const words = Object.fromEntries(Object.entries(details).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const about = { accountId, registrationId: null, candidateIds: record ? [record.personId] : [], details: words };
  const { id: caseId, reference } = await openCaseFor(tx, { kind, ...about }, ctx.now);
  await stageMessage(tx, { kind: 'case_opened', dedupeKey: `case_opened:${caseId}`, to: { accountId }, payload: { caseId } }, ctx.now);
  const subject = { kind: 'identity_case', id: caseId } as const;
  await recordAudit(tx, ctx, { type: 'identity_case_opened', subject, details: { reference } });
  return ok({ kind, reference, promisedBy: promisedBy(dayInConnecticut(ctx.now)) });
}
