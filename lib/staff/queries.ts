import { and, asc, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { application } from '@/db/schema/applications';
import { person } from '@/db/schema/identity';
import { read } from '@/db/transact';
import type { ApplicationStatus } from '@/lib/applications/model';
import type { RuleSet } from '@/lib/rulebook/model';
import { loadRuleSet, ruleSetVersionInForce } from '@/lib/rulebook/queries';
import type { Ctx, Staff } from '@/lib/shared/context';
import type { Day } from '@/lib/shared/days';
import type { QueuePlace } from './model';
import type { Search } from './rules';

export type QueueItem = {
  readonly reference: string;
  readonly kind: string;
  readonly status: ApplicationStatus;
  readonly name: string;
  readonly ein: string | null;
};
export type QueuedItem = QueueItem & { readonly queuedOn: Day };
export type FoundItem = QueueItem & { readonly queuedOn: Day | null; readonly submittedAt: Date };

export type Queue = {
  readonly items: readonly QueuedItem[];
  /** All that is in the queue, on this page or not. */
  readonly total: number;
  /** Where the next page begins, if there is one. */
  readonly next: QueuePlace | undefined;
  readonly ruleSet: RuleSet;
};

const pageSize = 50;

const inQueue = and(isNull(application.closedAt), isNotNull(application.queuedOn));

const columns = {
  reference: application.reference,
  kind: application.kind,
  status: application.status,
  queuedOn: application.queuedOn,
  submittedAt: application.submittedAt,
  firstName: sql<string>`coalesce(${person.firstName}, ${account.firstName})`,
  lastName: sql<string>`coalesce(${person.lastName}, ${account.lastName})`,
  ein: person.ein,
};

/** The queue in strict order of receipt (domain.md §6.5), a page after the place given: no offset, whatever its length. */
export async function findQueue(ctx: Ctx<Staff>, after?: QueuePlace): Promise<Queue> {
  return read(ctx.actor, async (tx) => {
    const total = sql<number>`(select count(*)::int from application where closed_at is null and queued_on is not null)`;
    const rows = await tx
      .select({ ...columns, total, version: ruleSetVersionInForce })
      .from(application)
      .innerJoin(account, eq(account.id, application.accountId))
      .leftJoin(person, eq(person.id, application.personId))
      .where(and(inQueue, after && sql`(${application.queuedOn}, ${application.reference}) > (${after.queuedOn}, ${after.reference})`))
      .orderBy(asc(application.queuedOn), asc(application.reference))
      .limit(pageSize + 1);
    const items = rows.slice(0, pageSize).map((row) => ({ ...itemOf(row), queuedOn: row.queuedOn as Day }));
    const last = items.at(-1);
    const next = rows.length > pageSize && last ? { queuedOn: last.queuedOn, reference: last.reference } : undefined;
    return { items, next, total: rows[0]?.total ?? 0, ruleSet: await loadRuleSet(tx, rows[0]?.version) };
  });
}

/** Submitted applications by a reference (their own, a slip's or a certificate's), an EIN or a name; the latest first. */
export async function findApplications(
  ctx: Ctx<Staff>,
  search: Search,
): Promise<{ readonly items: readonly FoundItem[]; readonly ruleSet: RuleSet }> {
  return read(ctx.actor, async (tx) => {
    const rows = await tx
      .select(columns)
      .from(application)
      .innerJoin(account, eq(account.id, application.accountId))
      .leftJoin(person, eq(person.id, application.personId))
      .where(and(isNotNull(application.submittedAt), sql`${application.id} in (${wanted(search)})`))
      .orderBy(desc(application.submittedAt))
      .limit(pageSize);
    const items = rows.map((row) => ({
      ...itemOf(row),
      queuedOn: row.queuedOn as Day | null,
      submittedAt: row.submittedAt as Date,
    }));
    return { items, ruleSet: await loadRuleSet(tx) };
  });
}

function wanted(search: Search): SQL {
  switch (search.by) {
    case 'reference':
      return sql`
        select id from application where reference = ${search.reference}
        union select application_id from remittance_slip where reference = ${search.reference}
        union select a.id from application a join certificate c on c.person_id = a.person_id where c.number = ${search.reference}`;
    case 'ein':
      // A number that has become part of another record finds what is there now.
      return sql`select a.id from application a
        where a.person_id in (select coalesce(p.merged_into, p.id) from person p where p.ein = ${search.ein})`;
    case 'name':
      return byName(search.lastName.toLowerCase(), search.firstName?.toLowerCase());
  }
}

// A name on record is found by its index; whoever is not linked yet has only the name of the account.
function byName(last: string, first: string | undefined): SQL {
  return sql`
    select a.id from application a join person p on p.id = a.person_id
    where lower(p.last_name) = ${last} ${first ? sql`and lower(p.first_name) = ${first}` : sql``}
    union select a.id from application a join previous_name n on n.person_id = a.person_id
      join person p on p.id = n.person_id
    where lower(n.last_name) = ${last} ${first ? sql`and lower(p.first_name) = ${first}` : sql``}
    union select a.id from application a join account o on o.id = a.account_id
    where a.person_id is null and lower(o.last_name) = ${last} ${first ? sql`and lower(o.first_name) = ${first}` : sql``}`;
}

type Row = Pick<QueueItem, 'reference' | 'kind' | 'ein'> & { status: string; firstName: string; lastName: string };

function itemOf({ reference, kind, status, firstName, lastName, ein }: Row): QueueItem {
  return { reference, kind, ein, status: status as ApplicationStatus, name: `${lastName}, ${firstName}` };
}
