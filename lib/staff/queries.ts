import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { application } from '@/db/schema/applications';
import { person } from '@/db/schema/identity';
import { read } from '@/db/transact';
import type { ApplicationStatus } from '@/lib/applications/model';
import type { Ctx, Staff } from '@/lib/shared/context';
import type { Day } from '@/lib/shared/days';

export type QueueItem = {
  readonly reference: string;
  readonly kind: string;
  readonly status: ApplicationStatus;
  readonly queuedOn: Day;
  readonly name: string;
  readonly ein: string | null;
};

const pageSize = 50;

/** The queue in strict order of receipt (domain.md §6.5), a page after the item given: no offset, whatever its length. */
export async function findQueue(ctx: Ctx<Staff>, after?: { readonly queuedOn: Day; readonly reference: string }): Promise<QueueItem[]> {
  return read(ctx.actor, async (tx) => {
    const rows = await tx
      .select({
        reference: application.reference,
        kind: application.kind,
        status: application.status,
        queuedOn: application.queuedOn,
        firstName: person.firstName,
        lastName: person.lastName,
        ein: person.ein,
      })
      .from(application)
      .leftJoin(person, eq(person.id, application.personId))
      .where(
        and(
          isNull(application.closedAt),
          isNotNull(application.queuedOn),
          after && sql`(${application.queuedOn}, ${application.reference}) > (${after.queuedOn}, ${after.reference})`,
        ),
      )
      .orderBy(asc(application.queuedOn), asc(application.reference))
      .limit(pageSize);
    return rows.map((row) => ({
      reference: row.reference,
      kind: row.kind,
      status: row.status as ApplicationStatus,
      queuedOn: row.queuedOn as Day,
      name: row.lastName === null ? 'Not linked yet' : `${row.lastName}, ${row.firstName}`,
      ein: row.ein,
    }));
  });
}
