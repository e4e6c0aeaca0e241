import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { transact } from '@/db/transact';
import { auditEvent } from '@/db/schema/audit';
import { application } from '@/db/schema/applications';
import { certificate } from '@/db/schema/certificates';
import { claim, identityCase, identityDecision, matchKey, person, registryImport } from '@/db/schema/identity';
import { importRegistry } from '@/lib/certificates/import-registry';
import type { RegistryLine } from '@/lib/certificates/import-model';
import { undoImport } from '@/lib/certificates/undo-import';
import { day } from '@/lib/shared/days';
import { ok } from '@/lib/shared/result';
import { useDatabase } from '@/tests/support/database';
import { now, registerFully, signedInEducator, signedInStaff, typedAs, workerCtx } from '@/tests/support/people';
import { contentsOfRegister } from './register-contents';
import { importRows, rowOf, type Imported } from './registry-rows';

const { db } = useDatabase();

const undo = (importId?: string) => undoImport(workerCtx(), importId === undefined ? {} : { importId });
const standing = async () => ({ contents: await contentsOfRegister(now), imports: await db().select().from(registryImport) });
const idOf = async (ein: string) => {
  const [found] = await db().select({ id: person.id }).from(person).where(eq(person.ein, ein));
  return found?.id ?? '';
};
const claimAs = async (row: ReturnType<typeof rowOf>) => {
  const ctx = await signedInEducator();
  await registerFully(ctx, typedAs({ ssn: row.ssn, firstName: 'Iris', lastName: row.last_name ?? '', birthDate: day(row.date_of_birth) }));
  return ctx;
};

describe('an import that is taken back', () => {
  it('leaves the register as it was: people, certificates, names given, conflicts and cases', async () => {
    const [known, renamed] = [rowOf({ previous_last_names: 'Marlow' }), rowOf()];
    await importRows([known, renamed]);
    const before = await contentsOfRegister(now);
    // A name with the letters of the one on record: some of its keys are keys of that one too.
    const likeIt = `${renamed.last_name?.at(0)}xyz${renamed.last_name?.at(-1)}`;
    const { importId, counts } = await importRows([
      rowOf({ previous_last_names: 'Ruiz;Vega', email: 'iris.gone@example.test' }),
      rowOf({ ssn: known.ssn }),
      { ...known, certificate_type: 'INITIAL', issued_on: '2012-01-15', effective_on: '', expires_on: '2015-01-14' },
      { ...renamed, last_name: 'Castellano', previous_last_names: likeIt },
      rowOf({ ssn: '' }),
    ]);
    expect(counts).toMatchObject({ peopleAdded: 3, certificatesAdded: 4, lastNamesAdded: 2, ssnConflicts: 1 });
    const brought = await contentsOfRegister(now);
    expect(await undo(importId)).toMatchObject({ ok: true, value: { importId, counts } });
    expect(await contentsOfRegister(now)).toEqual(before);
    expect(brought).not.toEqual(before);
    const [undone] = await db().select().from(registryImport).where(eq(registryImport.id, importId));
    expect(undone).toMatchObject({ rolledBackAt: now, counts });
    const events = await db().select().from(auditEvent).where(eq(auditEvent.type, 'registry_import_undone'));
    expect(events.filter(({ subjectId }) => subjectId === importId)).toMatchObject([{ actorKind: 'worker', details: { importId, ...counts } }]);
    const everybody = await db().execute(sql`select c.people = (select count(*) from person) as right from name_commonness c where kind = 'everybody'`);
    expect([...everybody]).toEqual([{ right: true }]);
  });

  it('comes back whole when its file is run again', async () => {
    const rows = Array.from({ length: 30 }, () => rowOf({ previous_last_names: 'Marlow' }));
    const doubled = [...rows, rowOf({ ssn: rows[0]?.ssn ?? '' })];
    const { importId, counts } = await importRows(doubled);
    const before = await contentsOfRegister(now);
    await undo(importId);
    expect((await importRows(doubled)).counts).toEqual(counts);
    expect(await contentsOfRegister(now)).toEqual(before);
  });

  it('is the latest where none is named, and is taken back once', async () => {
    const earlier = await importRows([rowOf()]);
    await db().update(registryImport).set({ startedAt: new Date('2026-11-23T15:00:00Z') }).where(eq(registryImport.id, earlier.importId));
    const last = await importRows([rowOf()]);
    await db().update(registryImport).set({ startedAt: new Date('2026-11-25T15:00:00Z') }).where(eq(registryImport.id, last.importId));
    expect(await undo()).toMatchObject({ ok: true, value: { importId: last.importId } });
    const before = await standing();
    expect(await undo()).toEqual({ ok: false, error: 'undone_before' });
    expect(await undo(last.importId)).toEqual({ ok: false, error: 'undone_before' });
    expect(await undo('00000000-0000-4000-8000-000000000000')).toEqual({ ok: false, error: 'no_such_import' });
    expect(await standing()).toEqual(before);
    expect(await undo(earlier.importId)).toMatchObject({ ok: true });
  });

  it('is taken back once when two ask for it together', async () => {
    const { importId } = await importRows([rowOf()]);
    const both = await Promise.all([undo(importId), undo(importId)]);
    expect(both.map((one) => one.ok).toSorted()).toEqual([false, true]);
  });

  it('may be one that was cut off; its file then begins anew', async () => {
    const hash = createHash('sha256').update('cut off').digest();
    const cells = [rowOf(), rowOf()];
    const lines = cells.map((row, at): RegistryLine => ({ line: at + 2, cells: row }));
    function* oneOf(): Generator<RegistryLine> {
      yield* lines.slice(0, 1);
      throw new Error('The machine is gone');
    }
    await expect(importRegistry(workerCtx(), { name: 'rows.csv', hash, lines: oneOf() }, () => {}, 1)).rejects.toThrow('The machine is gone');
    const [cut] = await db().select().from(registryImport).where(eq(registryImport.fileHash, hash));
    expect(await undo(cut?.id)).toMatchObject({ ok: true, value: { counts: { peopleAdded: 1 } } });
    expect(await importRegistry(workerCtx(), { name: 'rows.csv', hash, lines }, () => {})).toMatchObject({ ok: true, value: { counts: { peopleAdded: 2 } } });
  });

  it('ends where it is still running, and leaves nothing', async () => {
    const before = await contentsOfRegister(now);
    const lines = Array.from({ length: 4 }, (_, at): RegistryLine => ({ line: at + 2, cells: rowOf() }));
    let importId = '';
    let undone: unknown;
    async function* interrupted(): AsyncGenerator<RegistryLine> {
      yield* lines.slice(0, 2);
      undone = await undo(importId);
      yield* lines.slice(2);
    }
    const done = await importRegistry(workerCtx(), { name: 'rows.csv', lines: interrupted() }, (sofar) => void (importId = sofar.importId), 1);
    expect(undone).toMatchObject({ ok: true });
    expect(done).toEqual({ ok: false, error: 'undone_meanwhile' });
    expect(await contentsOfRegister(now)).toEqual(before);
  });
});

describe('an import on which something was built', () => {
  type Case = readonly [what: string, reason: string, build: (imported: Imported, row: ReturnType<typeof rowOf>) => Promise<unknown>];
  const decision = { kind: 'reject', reason: 'It is somebody else', details: {}, proposedAt: now } as const;

  it.each<Case>([
    ['whose person was claimed', 'claimed', (_imported, row) => claimAs(row)],
    ['whose certificate an application is for', 'applied', async (imported) => {
      const [held] = await db().select().from(certificate).where(eq(certificate.importId, imported.importId));
      const { actor } = await signedInEducator();
      const about = { accountId: actor.accountId, kind: 'duplicate', certificateId: held?.id ?? null };
      const drafted = { reference: `A${imported.importId.slice(0, 7)}`, status: 'draft', startedAt: now, updatedAt: now };
      await db().insert(application).values({ ...about, ...drafted });
    }],
    ['whose person has a certificate of a later one', 'imported_later', (_imported, row) => importRows([{ ...row, issued_on: '2012-01-15', effective_on: '', expires_on: '2017-01-14' }])],
    ['whose person has a last name of a later one', 'imported_later', (_imported, row) => importRows([{ ...row, last_name: 'Castellano' }])],
    ['whose SSN somebody of a later one has too', 'imported_later', (_imported, row) => importRows([rowOf({ ssn: row.ssn })])],
    ['whose person somebody at Register may be', 'in_a_case', async (_imported, row) => {
      const candidateIds = [await idOf(row.ein)];
      const about = { kind: 'match' as const, candidateIds, details: {}, openedAt: now, promisedBy: '2026-12-01' };
      await db().insert(identityCase).values({ ...about, reference: `C${row.ein.slice(-7)}` });
    }],
    ['about whose person staff decided', 'decided', async (_imported, row) => {
      const { actor } = await signedInStaff('supervisor');
      await db().insert(identityDecision).values({ ...decision, personId: await idOf(row.ein), proposedBy: actor.accountId });
    }],
    ['whose own case is settled', 'decided', async (imported) => {
      await db().update(identityCase).set({ closedAt: now }).where(eq(identityCase.importId, imported.importId));
    }],
  ])('%s stays whole, and the reason is counted', async (_what, reason, build) => {
    const row = rowOf();
    const pair = rowOf();
    const imported = await importRows([row, pair, rowOf({ ssn: pair.ssn })]);
    await build(imported, row);
    const before = await standing();
    expect(await undo(imported.importId)).toEqual({ ok: false, error: { code: 'built_on', obstacles: [{ what: reason, many: 1 }] } });
    expect(await standing()).toEqual(before);
  });

  it('stays where a link may stand on a name it gave, and not for a link older than itself', async () => {
    const [linked, found] = [rowOf(), rowOf()];
    await importRows([linked, found]);
    await claimAs(linked);
    await db().execute(sql`update claim set linked_at = linked_at - interval '1 day'`);
    const { importId } = await importRows([{ ...linked, last_name: 'Castellano' }, { ...found, last_name: 'Winterbourne' }]);
    const ctx = await claimAs({ ...found, last_name: 'Winterbourne' });
    expect(await undo(importId)).toEqual({ ok: false, error: { code: 'built_on', obstacles: [{ what: 'claimed', many: 1 }] } });
    await db().execute(sql`update claim set linked_at = linked_at - interval '1 day' where account_id = ${ctx.actor.accountId}`);
    expect(await undo(importId)).toMatchObject({ ok: true });
  });

  it('is taken back once the later one is', async () => {
    const row = rowOf();
    const first = await importRows([row]);
    const second = await importRows([{ ...row, last_name: 'Castellano' }]);
    expect(await undo(first.importId)).toMatchObject({ ok: false });
    expect(await undo(second.importId)).toMatchObject({ ok: true });
    expect(await undo(first.importId)).toMatchObject({ ok: true });
    expect(await idOf(row.ein)).toBe('');
  });

  it('waits for whoever is just claiming one of its people, and then stays', async () => {
    const row = rowOf();
    const { importId } = await importRows([row, rowOf()]);
    const { actor } = await signedInEducator();
    let undone: ReturnType<typeof undo> | undefined;
    await db().transaction(async (tx) => {
      const names = { typedFirstName: 'Iris', typedLastName: row.last_name ?? '' };
      const about = { accountId: actor.accountId, personId: await idOf(row.ein), strength: 'full' as const, evidence: {}, linkedAt: now };
      await tx.insert(claim).values({ ...about, ...names });
      undone = undo(importId);
      await untilSomebodyWaits();
    });
    expect(await undone).toEqual({ ok: false, error: { code: 'built_on', obstacles: [{ what: 'claimed', many: 1 }] } });
  });

  async function untilSomebodyWaits(): Promise<void> {
    for (;;) {
      const waiting = await db().execute(sql`select 1 from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`);
      if (waiting.length > 0) return;
    }
  }
});

describe('rows of the register', () => {
  it('are removed by nobody but the worker that takes an import back, and by that in no other way', async () => {
    const row = rowOf();
    const { importId } = await importRows([row]);
    const staff = (await signedInStaff('administrator')).actor;
    const takeBack = sql`select take_import_back(${importId}, now())`;
    const educator = (await signedInEducator()).actor;
    const asked: (() => Promise<unknown>)[] = [
      () => transact(staff, async (tx) => ok(await tx.execute(takeBack))),
      () => transact(educator, async (tx) => ok(await tx.execute(takeBack))),
      () => transact(workerCtx().actor, async (tx) => ok(await tx.delete(person).where(eq(person.ein, row.ein)))),
      () => transact(workerCtx().actor, async (tx) => ok(await tx.delete(matchKey))),
    ];
    for (const ask of asked) await expect(ask()).rejects.toMatchObject({ name: 'DatabaseError', code: '42501' });
  });

  it('keep their match keys where the import named gave them no name', async () => {
    const [row, other] = [rowOf(), await importRows([rowOf()])];
    await importRows([row]);
    const before = await contentsOfRegister(now);
    const keys = sql`array(select key from match_key where person_id = ${await idOf(row.ein)})`;
    await transact(workerCtx().actor, async (tx) =>
      ok(await tx.execute(sql`select take_name_keys_back(${other.importId}, array_fill(${await idOf(row.ein)}::uuid, array[cardinality(${keys})]), ${keys})`)),
    );
    expect(await contentsOfRegister(now)).toEqual(before);
  });
});
