import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { document } from '@/db/schema/documents';
import { identityCase } from '@/db/schema/identity';
import { read } from '@/db/transact';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import type { RequestKind } from './rules';

export type MyRequest = {
  readonly reference: string;
  readonly kind: (typeof identityCase.$inferSelect)['kind'];
  readonly openedOn: Day;
  readonly promisedBy: Day;
  readonly askedFor: string | null;
  readonly documents: number;
  readonly closedOn: Day | null;
  /** How it was settled: the kind of the decision. */
  readonly resolution: string | null;
};

/** What somebody waits for or was answered, the newest first. */
export async function findMyRequests(ctx: Ctx<Educator>): Promise<MyRequest[]> {
  const rows = await read(ctx.actor, (tx) =>
    tx
      .select({
        ...{ reference: identityCase.reference, kind: identityCase.kind, openedAt: identityCase.openedAt },
        ...{ promisedBy: identityCase.promisedBy, askedFor: identityCase.askedFor, closedAt: identityCase.closedAt },
        ...{ resolution: identityCase.resolution, documents: count(document.id) },
      })
      .from(identityCase)
      .leftJoin(document, eq(document.caseId, identityCase.id))
      .where(eq(identityCase.accountId, ctx.actor.accountId))
      .groupBy(identityCase.id)
      .orderBy(desc(identityCase.openedAt))
      .limit(20),
  );
  return rows.map(({ openedAt, closedAt, promisedBy, ...row }) => ({
    ...row,
    openedOn: dayInConnecticut(openedAt),
    promisedBy: promisedBy as Day,
    closedOn: closedAt && dayInConnecticut(closedAt),
  }));
}

/** The open request of a kind, to send a document for. */
export async function findMyOpenRequest(ctx: Ctx<Educator>, kind: RequestKind): Promise<string | undefined> {
  const { accountId } = ctx.actor;
  const [row] = await read(ctx.actor, (tx) =>
    tx
      .select({ id: identityCase.id })
      .from(identityCase)
      .where(and(eq(identityCase.accountId, accountId), eq(identityCase.kind, kind), isNull(identityCase.closedAt))),
  );
  return row?.id;
}
