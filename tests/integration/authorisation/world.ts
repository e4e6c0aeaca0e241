import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { requirement } from '@/db/schema/applications';
import { identityCase } from '@/db/schema/identity';
import { staffRoles, type Ctx, type Educator } from '@/lib/shared/context';
import { must } from '@/lib/shared/result';
import { askForPaper } from '@/lib/staff/ask-for-paper';
import { applicationOf, filedAdvance, filedRenewal, filedUnlinked, slipFor } from '@/tests/integration/staff/filed';
import { asAnyone, firstSignIn, signedUp } from '@/tests/support/accounts';
import { drafted, initialHolder } from '@/tests/support/applications';
import type { Letters } from '@/tests/support/mail';
import { nowReally, opened } from '@/tests/support/payments';
import { again, signedInEducator, signedInStaff, workerCtx } from '@/tests/support/people';

export const everyone = ['anyone', 'newcomer', 'owner', 'other educator', ...staffRoles, 'worker'] as const;
export type Who = (typeof everyone)[number];

/** Something that belongs to an educator and is asked about. */
export type Subject = {
  readonly kind: 'draft' | 'unpaid' | 'being_paid' | 'slip' | 'queued' | 'asked' | 'case';
  readonly owner: Ctx<Educator>;
  readonly reference: string;
  readonly attemptId: string;
  /** The reference of an item that the owner owes. */
  readonly item?: string;
};

const makers: Readonly<Record<Subject['kind'], () => Promise<Omit<Subject, 'kind'>>>> = {
  async draft() {
    const one = await initialHolder();
    return { owner: one.ctx, reference: await drafted(one, 'advance_to_professional'), attemptId: '' };
  },
  async unpaid() {
    const { ctx, reference } = await filedAdvance();
    return { owner: ctx, reference, attemptId: '' };
  },
  async being_paid() {
    const one = await filedAdvance();
    return { owner: one.ctx, reference: one.reference, attemptId: (await opened(one)).id };
  },
  async slip() {
    const one = await filedAdvance();
    return { owner: one.ctx, reference: await slipFor(one), attemptId: '' };
  },
  async queued() {
    const { ctx, reference } = await filedRenewal();
    return { owner: ctx, reference, attemptId: '' };
  },
  async asked() {
    const { ctx, reference } = await filedRenewal();
    const reviewer = again(await signedInStaff('reviewer'), nowReally());
    await askForPaper(reviewer, { reference, paper: 'test_scores', about: '' });
    const { id } = await applicationOf({ reference });
    const [row] = await database().select().from(requirement).where(and(eq(requirement.applicationId, id), eq(requirement.paper, 'test_scores')));
    return { owner: ctx, reference, attemptId: '', item: must(row, 'the item').reference };
  },
  async case() {
    const { ctx } = await filedUnlinked();
    const [row] = await database().select().from(identityCase).where(eq(identityCase.accountId, ctx.actor.accountId));
    return { owner: ctx, reference: must(row, 'the case').reference, attemptId: '' };
  },
};

export async function subjectOf(kind: Subject['kind']): Promise<Subject> {
  return { kind, ...(await makers[kind]()) };
}

const strangers = new Map<Who, Promise<Ctx>>();

/** Each of them in a request of their own; but for the owner they are the same people throughout. */
export async function actorFor(who: Who, { owner }: Subject, letters: Letters): Promise<Ctx> {
  if (who === 'owner') return again(owner, nowReally());
  const known = strangers.get(who) ?? strangerFor(who, letters, nowReally());
  strangers.set(who, known);
  return { ...(await known), now: nowReally(), requestId: randomUUID() };
}

async function strangerFor(who: Exclude<Who, 'owner'>, letters: Letters, at: Date): Promise<Ctx> {
  if (who === 'other educator') return again(await signedInEducator(), at);
  if (who === 'anyone') return asAnyone(at);
  if (who === 'newcomer') return firstSignIn(await signedUp(letters, undefined, at), at);
  return who === 'worker' ? workerCtx(at) : again(await signedInStaff(who), at);
}

/** Changes with every row of every table, but for the counters of limits, which count refusals on purpose. */
export async function fingerprint(): Promise<string> {
  const tables = await database().execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'limit_counter' order by 1`);
  const each = tables.map(({ name }) => sql`select md5(string_agg(t::text, '|' order by t::text)) as hash from ${sql.identifier(name)} t`);
  const [all] = await database().execute<{ hash: string }>(sql`
    select md5(string_agg(hash, '|' order by hash)) as hash from (${sql.join(each, sql` union all `)}) parts`);
  return must(all, 'a fingerprint').hash;
}
