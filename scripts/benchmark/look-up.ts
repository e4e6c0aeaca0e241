import { sql } from 'drizzle-orm';
import { read } from '@/db/transact';
import type { DemoPerson } from '@/dev/demo/people';
import { findCandidates } from '@/lib/identity/store';
import type { RegisterInput } from '@/lib/identity/model';
import { secret } from '@/lib/shared/secret';
import { growRegister } from './crowd';
import { spreadOf, type Spread } from './figures';
import type { Ground } from './ground';
import type { SignedIn } from './people';

const most = 400;
/** Everybody is looked up so many times, one round after the other, and their quickest counts: the rest is the machine's. */
const rounds = 5;

export type LookUp = {
  readonly educators: number;
  /** Milliseconds of the look-up, hashing included, as the claim runs it inside its transaction. */
  readonly known: Spread;
  readonly unknown: Spread;
  /** Scans of the register meanwhile, by PostgreSQL's own count. */
  readonly indexScans: number;
  readonly wholeTableScans: number;
};

/** The claim's look-up by its own function, for people on record and for people who are not. */
export async function measureLookUp(ground: Ground, { ctx }: SignedIn, educators: number): Promise<LookUp> {
  const made = await growRegister(ground.databaseUrl, educators);
  if (made > 0) ground.say(`${made.toLocaleString('en-US')} more educators are on record`);
  const known = ground.people.onRecord.slice(0, most);
  const look = async (people: readonly DemoPerson[]): Promise<number[]> => {
    const quickest = people.map(() => Infinity);
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, person] of people.entries()) quickest[at] = Math.min(quickest[at] ?? Infinity, await lookUp({ ctx }, typedBy(person)));
    }
    return quickest;
  };
  await look(known);
  const before = await scans(ctx);
  const [found, notFound] = [await look(known), await look(known.map(stranger))];
  const after = await scans(ctx);
  return {
    educators,
    known: spreadOf(found),
    unknown: spreadOf(notFound),
    indexScans: after.byIndex - before.byIndex,
    wholeTableScans: after.whole - before.whole,
  };
}

function lookUp({ ctx }: Pick<SignedIn, 'ctx'>, typed: RegisterInput): Promise<number> {
  return read(ctx.actor, async (tx) => {
    const startedAt = performance.now();
    await findCandidates(tx, typed);
    const took = performance.now() - startedAt;
    // So that PostgreSQL's counts are up to date when they are read.
    await tx.execute(sql`select pg_stat_force_next_flush()`);
    return took;
  });
}

async function scans({ actor }: SignedIn['ctx']): Promise<{ byIndex: number; whole: number }> {
  return read(actor, async (tx) => {
    const [row] = await tx.execute<{ byIndex: number; whole: number }>(sql`
      select sum(idx_scan)::int as "byIndex", sum(seq_scan)::int as whole from pg_stat_all_tables
      where relname in ('person', 'person_contact', 'previous_name', 'match_key')`);
    return row ?? { byIndex: 0, whole: 0 };
  });
}

function typedBy({ ssn, birthDate, firstName, lastName }: DemoPerson): RegisterInput {
  return { ssn: secret(ssn), birthDate: secret(birthDate), firstName, lastName, email: 'typed@example.org' };
}

function stranger(person: DemoPerson, number: number): DemoPerson {
  return { ...person, ssn: String(400_000_000 + number), firstName: `Nobody${number}` };
}
