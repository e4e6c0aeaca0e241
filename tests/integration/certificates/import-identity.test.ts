import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { auditEvent } from '@/db/schema/audit';
import { claim, identityCase, person, personSecret, ssnConflict } from '@/db/schema/identity';
import { read } from '@/db/transact';
import { nextStepsFor } from '@/lib/certificates/rules';
import { certificatesOfPerson } from '@/lib/certificates/steps';
import { ssnKey } from '@/lib/identity/person-keys';
import { day } from '@/lib/shared/days';
import { secret } from '@/lib/shared/secret';
import { useDatabase } from '@/tests/support/database';
import { registerFully, signedInEducator, typedAs } from '@/tests/support/people';
import { on } from '@/tests/support/rule-set';
import { importRows, rowOf } from './registry-rows';

const { db } = useDatabase();

const idOf = async (ein: string) => {
  const [found] = await db().select({ id: person.id }).from(person).where(eq(person.ein, ein));
  return found?.id ?? '';
};
const claimOf = (accountId: string) =>
  db().select().from(claim).where(and(eq(claim.accountId, accountId), isNull(claim.endedAt)));
const casesOfSsn = () => db().select().from(identityCase).where(eq(identityCase.kind, 'ssn_conflict'));
const holdersOf = (ssn: string) => db().select().from(personSecret).where(eq(personSecret.ssnKey, ssnKey(secret(ssn))));

describe('somebody from the registry', () => {
  it('registers, is linked, and finds the certificate that can be renewed', async () => {
    const row = rowOf({ email: 'iris.link@example.test', last_name: "O'Brien-Núñez" });
    await importRows([row]);
    const ctx = await signedInEducator({ email: 'iris.link@example.test' });
    await registerFully(ctx, typedAs({ ssn: row.ssn, firstName: 'IRIS', lastName: 'OBrien Nunez', birthDate: day(row.date_of_birth) }));
    expect(await claimOf(ctx.actor.accountId)).toMatchObject([{ personId: await idOf(row.ein), strength: 'full' }]);
    const id = await idOf(row.ein);
    const [held] = await read(ctx.actor, (tx) => certificatesOfPerson(tx, id));
    const steps = held ? nextStepsFor(held, on('2026-11-24')) : [];
    expect(steps.find(({ kind }) => kind === 'continue_professional')?.availability).toMatchObject({ state: 'open' });
  });

  it('is found under a previous last name, and under one that only a later file knew', async () => {
    const row = rowOf({ previous_last_names: 'Marlow|Ruiz' });
    await importRows([row]);
    await importRows([{ ...row, last_name: 'Castellano' }]);
    for (const lastName of ['ruiz', 'Castellano']) {
      const other = await signedInEducator();
      await registerFully(other, typedAs({ firstName: 'Iris', lastName, birthDate: day(row.date_of_birth) }));
      const cases = await db().select().from(identityCase).where(eq(identityCase.accountId, other.actor.accountId));
      // Birth date and both names without the SSN: the record is found, and a person decides.
      expect(cases).toMatchObject([{ kind: 'match', candidateIds: [await idOf(row.ein)] }]);
    }
  });
});

describe('an SSN that two EINs share', () => {
  it('keeps both people, opens one case and never links anyone', async () => {
    const first = rowOf();
    const second = rowOf({ ssn: first.ssn, last_name: 'Pennington' });
    const { counts, remarks } = await importRows([first, second]);
    expect(counts).toMatchObject({ peopleAdded: 2, certificatesAdded: 2, ssnConflicts: 1 });
    expect(remarks).toEqual([{ line: 3, noted: 'ssn_conflict' }]);
    const ids = [await idOf(first.ein), await idOf(second.ein)];
    expect(await holdersOf(first.ssn)).toMatchObject([{ personId: ids[0] }]);
    expect(await db().select().from(ssnConflict).where(eq(ssnConflict.personId, ids[1] ?? ''))).toHaveLength(1);

    for (const row of [first, second]) {
      const ctx = await signedInEducator();
      await registerFully(ctx, typedAs({ ssn: first.ssn, firstName: 'Iris', lastName: row.last_name ?? '', birthDate: day(row.date_of_birth) }));
      expect(await claimOf(ctx.actor.accountId)).toEqual([]);
      const [opened] = await db().select().from(identityCase).where(eq(identityCase.accountId, ctx.actor.accountId));
      expect(opened).toMatchObject({ kind: 'match', candidateIds: ids.toSorted(), promisedBy: '2026-12-01' });
    }
  });

  it('opens its case once, with both candidates, however often the file comes', async () => {
    const first = rowOf();
    const second = rowOf({ ssn: first.ssn });
    await importRows([first]);
    await importRows([second]);
    const candidateIds = [await idOf(first.ein), await idOf(second.ein)].toSorted();
    const mine = async () => (await casesOfSsn()).filter((one) => one.candidateIds.join() === candidateIds.join());
    expect(await mine()).toMatchObject([{ accountId: null, closedAt: null, promisedBy: '2026-12-01', details: {} }]);
    expect((await importRows([second, first])).counts).toMatchObject({ peopleAdded: 0, ssnConflicts: 0 });
    const [opened, another] = await mine();
    expect(another).toBeUndefined();
    const events = await db().select().from(auditEvent).where(eq(auditEvent.subjectId, opened?.id ?? ''));
    expect(events).toMatchObject([{ type: 'identity_case_opened', details: { reference: opened?.reference } }]);
  });

  it('is noticed with somebody who registered here before the registry knew them', async () => {
    const row = rowOf();
    const ctx = await signedInEducator();
    await registerFully(ctx, typedAs({ ssn: row.ssn, firstName: 'Iris', lastName: 'Early', birthDate: day(row.date_of_birth) }));
    const [mine] = await claimOf(ctx.actor.accountId);
    expect((await importRows([row])).counts).toMatchObject({ peopleAdded: 1, ssnConflicts: 1 });
    const found = (await casesOfSsn()).filter(({ candidateIds }) => candidateIds.includes(mine?.personId ?? ''));
    expect(found).toMatchObject([{ candidateIds: [mine?.personId, await idOf(row.ein)].toSorted() }]);
  });

  it('has one holder when imports and registrations of it meet', async () => {
    const { ssn, date_of_birth: born } = rowOf();
    const rows = Array.from({ length: 5 }, () => rowOf({ ssn }));
    const claimants = await Promise.all(Array.from({ length: 5 }, () => signedInEducator()));
    const typed = typedAs({ ssn, firstName: 'Iris', lastName: 'Race', birthDate: day(born) });
    await Promise.all([...claimants.map((ctx) => registerFully(ctx, typed)), ...rows.map((row) => importRows([row]))]);
    expect(await holdersOf(ssn)).toHaveLength(1);
    const everyone = await db().select().from(personSecret).where(isNotNull(personSecret.ssnKey));
    expect(new Set(everyone.map(({ ssnKey: key }) => Buffer.from(key ?? []).toString('hex'))).size).toBe(everyone.length);
  });
});
