import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { env } from '@/lib/env';
import { dayInConnecticut } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { insertPeople, type DemoRecord } from './insert-people';
import { insertStaff, type DemoStaff } from './insert-staff';
import { demoPerson } from './people';
import { situations } from './situations';

/*
 * Fills an empty embedded database with made-up educators in every situation and one of each staff role, and writes down
 * whom to try. A database that has people already is left alone.
 */
const howMany = 1_000;
const storiesEach = 4;
const now = new Date();

const [found] = await database().execute<{ people: number }>(sql`select count(*)::int as people from person`);
if (must(found, 'a count').people === 0) await seed();
process.exit(0);

async function seed(): Promise<void> {
  const known = situations(dayInConnecticut(now));
  const records = Array.from({ length: howMany }, (_, number): DemoRecord => {
    return { person: demoPerson(number), situation: must(known[number % known.length], 'a situation') };
  });
  const staff = await database().transaction(async (tx) => {
    for (let start = 0; start < howMany; start += 250) await insertPeople(tx, records.slice(start, start + 250), now);
    return insertStaff(tx, now);
  });
  writeList(records.slice(0, known.length * storiesEach), staff);
}

function writeList(records: readonly DemoRecord[], staff: readonly DemoStaff[]): void {
  const educators = records.map(({ person, situation }) => {
    const { firstName, lastName, ssn, birthDate, email, ein } = person;
    return { story: situation.story, firstName, lastName, ssn, dateOfBirth: birthDate, email, ein };
  });
  const home = env().CECS_HOME;
  if (!existsSync(home)) mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'demo.json'), JSON.stringify({ educators, staff }, null, 2), { mode: 0o600 });
}
