import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { registryImport } from '@/db/schema/identity';
import { env } from '@/lib/env';
import type { Ctx, Worker } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';

/*
 * Fills the embedded database with made-up educators in every situation and one of each staff role, and writes down whom
 * to try. Where that is done it is left alone; where it was cut off it is completed.
 */
const name = 'people made up to try';
const path = join(env().CECS_HOME, 'demo.json');
const now = new Date();

const [before] = await database()
  .select({ startedAt: sql<string | null>`min(${registryImport.startedAt})`, isDone: sql<boolean>`bool_or(${registryImport.finishedAt} is not null)` })
  .from(registryImport)
  .where(eq(registryImport.fileName, name));
if (!before?.isDone || !existsSync(path)) await seed();
process.exit(0);

async function seed(): Promise<void> {
  // What a start that changes nothing does not need is not loaded by it.
  const { demoPeople } = await import('./everyone');
  const { importDemo } = await import('./import-demo');
  const { seedStaff } = await import('./staff');
  const ctx: Ctx<Worker> = { actor: { kind: 'worker', job: 'demo' }, now, requestId: randomUUID() };
  const { educators, onRecord } = demoPeople(dayInConnecticut(before?.startedAt ? new Date(before.startedAt) : now));
  if (!before?.isDone) await importDemo(ctx, name, onRecord);
  const staff = await seedStaff(ctx);
  const draft = `${path}-${process.pid}`;
  writeFileSync(draft, JSON.stringify({ educators, staff }, null, 2), { mode: 0o600 });
  renameSync(draft, path);
}
