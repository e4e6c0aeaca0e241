import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Actor } from '@/lib/shared/context';
import { assertNever, type Result } from '@/lib/shared/result';
import { database, type Database } from './client';
import { withoutParameters } from './errors';

export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/**
 * One use-case, one transaction, under the database role of whoever asks. Commits on `ok`; a refusal or a throw rolls back.
 * Nothing may be sent or awaited from the network inside.
 */
export async function transact<T, E>(
  actor: Actor,
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  try {
    return await database().transaction(async (tx) => {
      await actAs(tx, actor, 'read write');
      const result = await work(tx);
      if (!result.ok) throw new Refused(result);
      return result;
    });
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.result as Result<T, E>;
    throw withoutParameters(thrown);
  }
}

/** Reads for a page, under the same role and row-level security as a command of the same actor. */
export async function read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await database().transaction(async (tx) => {
      await actAs(tx, actor, 'read only');
      return work(tx);
    });
  } catch (thrown) {
    throw withoutParameters(thrown);
  }
}

type Mode = 'read only' | 'read write';

const dialect = new PgDialect({ casing: 'snake_case' });

/**
 * One statement in a transaction of its own, under the same role and row-level security. Everything is sent at once and the
 * server answers in order, so it costs one exchange where `read` costs four: for what every request asks. Should the role be
 * refused, the transaction is over before the statement is looked at.
 */
export async function ask<Row>(actor: Actor, mode: Mode, statement: SQL): Promise<Row[]> {
  const { sql: text, params } = written(statement);
  const connection = await database().$client.reserve();
  const sent = [
    connection.unsafe(`begin ${mode}`),
    connection.unsafe(actAsStatement, actAsParameters(actor), { prepare: true }),
    connection.unsafe(text, params as never[], { prepare: true }),
    connection.unsafe('commit'),
  ];
  try {
    const [, , rows] = await Promise.all(sent);
    return rows as unknown as Row[];
  } catch (thrown) {
    // The connection goes back to the others only when the rollback has been answered too.
    await Promise.allSettled(sent);
    throw withoutParameters(thrown);
  } finally {
    connection.release();
  }
}

const texts = new WeakMap<SQL, ReturnType<typeof dialect.sqlToQuery>>();

// A statement that stands in a module, without parameters that change, is put into words once.
function written(statement: SQL): ReturnType<typeof dialect.sqlToQuery> {
  const known = texts.get(statement);
  if (known) return known;
  const text = dialect.sqlToQuery(statement);
  texts.set(statement, text);
  return text;
}

class Refused extends Error {
  constructor(readonly result: Result<never, unknown>) {
    super('refused');
  }
}

// Awaited before anything else is asked: a statement that overtook it would run as the login user, past row-level security.
async function actAs(tx: Tx, actor: Actor, mode: Mode): Promise<void> {
  const [role, accountId, timeout] = actAsParameters(actor);
  await tx.execute(
    sql`select set_config('role', ${role}, true), set_config('app.account_id', ${accountId}, true),
      set_config('statement_timeout', ${timeout}, true)
      ${mode === 'read only' ? sql`, set_config('transaction_read_only', 'on', true)` : sql``}`,
  );
}

const actAsStatement =
  "select set_config('role', $1, true), set_config('app.account_id', $2, true), set_config('statement_timeout', $3, true)";

function actAsParameters(actor: Actor): [role: string, accountId: string, timeout: string] {
  const { role, timeout } = databaseRole(actor);
  return [role, actor.kind === 'educator' ? actor.accountId : '', timeout];
}

const webTimeout = '2500';

function databaseRole(actor: Actor): { role: string; timeout: string } {
  switch (actor.kind) {
    case 'anyone':
    case 'newcomer':
    case 'educator':
      return { role: 'cecs_public', timeout: webTimeout };
    case 'staff':
      return { role: actor.roles.every((role) => role === 'auditor') ? 'cecs_auditor' : 'cecs_staff', timeout: webTimeout };
    case 'worker':
      return { role: 'cecs_worker', timeout: '60000' };
    default:
      return assertNever(actor);
  }
}
