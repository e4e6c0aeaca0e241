import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { asc, eq } from 'drizzle-orm';
import { certificate } from '@/db/schema/certificates';
import { person, previousName } from '@/db/schema/identity';
import { reasonOf, type Remark } from '@/lib/certificates/import-model';
import { importRegistry } from '@/lib/certificates/import-registry';
import { undoImport } from '@/lib/certificates/undo-import';
import { must } from '@/lib/shared/result';
import { approveProposal } from '@/lib/staff/approve-proposal';
import { mergeFields, type MergeChoices } from '@/lib/staff/merge-rules';
import { proposeMerge } from '@/lib/staff/propose-merge';
import { undoDecision } from '@/lib/staff/undo-decision';
import { value } from '@/tests/integration/staff/filed';
import { useDatabase } from '@/tests/support/database';
import { again, now, signedInStaff, workerCtx } from '@/tests/support/people';
import { contentsOfRegister } from './register-contents';
import { importRows, linesOf, registryText, rowOf } from './registry-rows';

const { db } = useDatabase();

const personOf = async (ein: string) => must((await db().select().from(person).where(eq(person.ein, ein)))[0], 'the person');
const issuedOf = async (ein: string) => {
  const rows = await db().select().from(certificate).where(eq(certificate.personId, (await personOf(ein)).id)).orderBy(asc(certificate.issuedOn));
  return rows.map(({ issuedOn }) => issuedOn);
};
// Before the imports that follow: what was decided about a record since is more than an import can take back.
const earlier = new Date(now.getTime() - 86_400_000);
const allStay = Object.fromEntries(Object.keys(mergeFields).map((field) => [field, 'stays'])) as MergeChoices;

async function merge(stays: string, goes: string): Promise<string> {
  const asked = { stays, goes, reason: 'The same diploma', choices: allStay };
  const { id } = value(await proposeMerge(again(await signedInStaff('reviewer'), earlier), asked));
  value(await approveProposal(again(await signedInStaff('supervisor'), earlier), { id }));
  return id;
}

const renewal = { issued_on: '2026-10-01', effective_on: '2026-10-01', expires_on: '2036-09-30' };

/** Two records of one person, whose SSN and birth date were once typed wrong; the wrong one went. */
async function mergedPair({ areBornTheSame = false } = {}) {
  const stays = rowOf();
  const goes = rowOf({ issued_on: '2021-01-15', effective_on: '2021-01-15', ...(areBornTheSame && { date_of_birth: stays.date_of_birth }) });
  await importRows([stays, goes]);
  return { stays, goes, decisionId: await merge(stays.ein, goes.ein) };
}

describe('a row whose EIN has become part of another', () => {
  it('is known again where it says what that record was, and adds nothing', async () => {
    const { stays, goes } = await mergedPair();
    const { counts, remarks } = await importRows([stays, goes]);
    expect(remarks).toEqual([]);
    expect(counts).toMatchObject({ refusedRows: 0, peopleAdded: 0, certificatesAdded: 0, certificatesKnown: 2, lastNamesAdded: 0 });
  });

  it.each(['the record that went', 'the record that stayed'] as const)('counts for the person who stayed where it agrees with %s', async (which) => {
    const { stays, goes } = await mergedPair();
    const row = which === 'the record that went' ? { ...goes, ...renewal } : { ...stays, ...renewal, ein: goes.ein };
    const { counts, remarks } = await importRows([row]);
    expect(remarks).toEqual([]);
    expect(counts).toMatchObject({ refusedRows: 0, peopleAdded: 0, certificatesAdded: 1 });
    expect(await issuedOf(stays.ein)).toEqual(['2021-01-15', '2022-01-15', '2026-10-01']);
    expect(await issuedOf(goes.ein)).toEqual([]);
  });

  it('gives a last name nobody knew to the person who stayed, once for both EINs', async () => {
    const { stays, goes } = await mergedPair({ areBornTheSame: true });
    const { counts } = await importRows([{ ...goes, previous_last_names: 'Castellano' }, { ...stays, previous_last_names: 'Castellano' }]);
    expect(counts).toMatchObject({ refusedRows: 0, lastNamesAdded: 1 });
    const names = await db().select().from(previousName).where(eq(previousName.personId, (await personOf(stays.ein)).id));
    expect(names.filter(({ lastName }) => lastName === 'Castellano')).toHaveLength(1);
  });

  it('gives no name under a birth date that went', async () => {
    const { goes } = await mergedPair();
    expect((await importRows([{ ...goes, previous_last_names: 'Castellano' }])).counts).toMatchObject({ refusedRows: 0, lastNamesAdded: 0 });
  });

  it('counts for the last of three that became one', async () => {
    const { stays, goes } = await mergedPair();
    const last = rowOf();
    await importRows([last]);
    await merge(last.ein, stays.ein);
    expect((await importRows([{ ...goes, ...renewal }])).counts).toMatchObject({ refusedRows: 0, certificatesAdded: 1 });
    expect(await issuedOf(last.ein)).toContain('2026-10-01');
  });

  it.each([
    ['another SSN', { ssn: '512990002' }],
    ['another birth date', { date_of_birth: '1970-01-01' }],
    ['no SSN', { ssn: '' }],
  ])('is refused for its own reason where it has %s', async (_name, about) => {
    const { stays, goes } = await mergedPair();
    const { counts, remarks } = await importRows([{ ...goes, ...renewal, ...about }]);
    expect(counts).toMatchObject({ refusedRows: 1, peopleAdded: 0, certificatesAdded: 0 });
    expect(remarks).toEqual([{ line: 2, refused: 'ein_merged', into: stays.ein }]);
    const [said] = remarks.map(reasonOf);
    expect(said).toContain(`it is EIN ${stays.ein} now`);
    expect(said).not.toContain(goes.ssn);
  });

  it('is told by birth date and name where neither record had an SSN', async () => {
    const [stays, goes] = [rowOf({ ssn: '' }), rowOf({ ssn: '', issued_on: '2021-01-15', effective_on: '2021-01-15' })];
    await importRows([stays, goes]);
    await merge(stays.ein, goes.ein);
    const { remarks, counts } = await importRows([{ ...goes, ...renewal }, { ...goes, ...renewal, date_of_birth: '1970-01-01' }]);
    expect(remarks).toEqual([{ line: 3, refused: 'ein_merged', into: stays.ein }]);
    expect(counts.certificatesAdded).toBe(1);
  });

  it('is gone on with where its import was cut off', async () => {
    const { stays, goes } = await mergedPair();
    const text = registryText([rowOf(), { ...goes, ...renewal }, { ...goes, ssn: '512990003' }, rowOf()]);
    const hash = createHash('sha256').update(text).digest();
    const run = async (lastLine: number) => {
      const remarks: Remark[] = [];
      const lines = await linesOf(Readable.from([text]));
      const cut = (async function* () {
        for await (const one of lines) {
          if (one.line > lastLine) throw new Error('The machine is gone');
          yield one;
        }
      })();
      const tell = (_sofar: unknown, more: readonly Remark[]) => remarks.push(...more);
      return { done: await importRegistry(workerCtx(), { name: 'merged.csv', hash, lines: cut }, tell, 1).catch(() => undefined), remarks };
    };
    expect((await run(3)).done).toBeUndefined();
    const { done, remarks } = await run(Infinity);
    expect(done).toMatchObject({ ok: true, value: { counts: { peopleAdded: 2, certificatesAdded: 3, refusedRows: 1 } } });
    expect(remarks).toEqual([{ line: 4, refused: 'ein_merged', into: stays.ein }]);
    expect(await issuedOf(stays.ein)).toContain('2026-10-01');
  });

  it('goes again with its import, and what the merge was can still be undone', async () => {
    const { goes, decisionId } = await mergedPair({ areBornTheSame: true });
    const before = await contentsOfRegister(now);
    const { importId } = await importRows([{ ...goes, ...renewal, previous_last_names: 'Castellano' }]);
    expect(await contentsOfRegister(now)).not.toEqual(before);
    expect(await undoImport(workerCtx(), { importId })).toMatchObject({ ok: true });
    expect(await contentsOfRegister(now)).toEqual(before);
    value(await undoDecision(await signedInStaff('supervisor'), { id: decisionId }));
    expect((await importRows([goes])).counts).toMatchObject({ refusedRows: 0, certificatesKnown: 1 });
  });
});
