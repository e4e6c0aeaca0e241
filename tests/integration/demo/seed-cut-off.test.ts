import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, isNull } from 'drizzle-orm';
import { person, registryImport } from '@/db/schema/identity';
import { demoPeople } from '@/dev/demo/everyone';
import { importDemo } from '@/dev/demo/import-demo';
import { day } from '@/lib/shared/days';
import { useDatabase } from '@/tests/support/database';
import { workerCtx } from '@/tests/support/people';
import { runCommand } from '@/tests/support/run-command';

const { db } = useDatabase();
const home = mkdtempSync(join(tmpdir(), 'cecs-demo-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('seeding that was cut off is completed, with the people of the day it began', async () => {
  const name = 'people made up to try';
  const { onRecord, educators } = demoPeople(day('2026-11-01'));
  await importDemo(workerCtx(new Date('2026-11-01T15:00:00Z')), name, onRecord.slice(0, 300));
  await db().update(registryImport).set({ finishedAt: null });
  expect(await runCommand('dev/demo/seed.ts', [], { CECS_HOME: home })).toEqual({ code: 0, said: '' });
  expect(await db().select().from(person)).toHaveLength(1_000);
  expect(JSON.parse(readFileSync(join(home, 'demo.json'), 'utf8'))).toMatchObject({ educators });
  const imports = await db().select().from(registryImport).where(eq(registryImport.fileName, name));
  expect(imports).toHaveLength(2);
  expect(await db().select().from(registryImport).where(isNull(registryImport.finishedAt))).toHaveLength(1);
});
