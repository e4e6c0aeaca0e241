import { eq, sql } from 'drizzle-orm';
import { auditEvent } from '@/db/schema/audit';
import { certificate } from '@/db/schema/certificates';
import { matchKey, person, personContact, personSecret, previousName, registryImport } from '@/db/schema/identity';
import { read } from '@/db/transact';
import { importRegistry } from '@/lib/certificates/import-registry';
import { certificatesOfPerson } from '@/lib/certificates/steps';
import { standingOn } from '@/lib/certificates/validity';
import { day } from '@/lib/shared/days';
import { unseal } from '@/lib/shared/sealed';
import { useDatabase } from '@/tests/support/database';
import { signedInStaff, workerCtx } from '@/tests/support/people';
import { ruleSet } from '@/tests/support/rule-set';
import { importRows, rowOf } from './registry-rows';

const { db } = useDatabase();

const personOf = async (ein: string) => {
  const [found] = await db().select().from(person).where(eq(person.ein, ein));
  return found;
};
const certificatesOf = async (ein: string) => {
  const found = await personOf(ein);
  return found ? read(workerCtx().actor, (tx) => certificatesOfPerson(tx, found.id)) : [];
};
const everything = () =>
  db().execute<{ at: string }>(sql`
    select string_agg(ctid::text || xmin::text, ' ' order by id) as at from person
    union all select string_agg(ctid::text || xmin::text, ' ' order by person_id) from person_contact
    union all select string_agg(ctid::text || xmin::text, ' ' order by person_id) from person_secret
    union all select string_agg(ctid::text || xmin::text, ' ' order by person_id, kind, key) from match_key
    union all select string_agg(ctid::text || xmin::text, ' ' order by id) from previous_name
    union all select string_agg(ctid::text || xmin::text, ' ' order by id) from certificate
    union all select string_agg(ctid::text || xmin::text, ' ' order by certificate_id, code) from certificate_endorsement`);

describe('importing a registry', () => {
  it('puts a person on record with every certificate they have a row for', async () => {
    const first = rowOf({ previous_last_names: 'Marlow;Ruiz', suffix: 'Jr', phone: '860-555-0100', city: 'Hartford' });
    const second = { ...first, certificate_type: 'INITIAL', endorsements: '15;092', issued_on: '2010-08-01', effective_on: '', expires_on: '2013-07-31' };
    const { counts, remarks } = await importRows([first, second]);
    expect(counts).toMatchObject({ rows: 2, refusedRows: 0, peopleAdded: 1, certificatesAdded: 2, ssnConflicts: 0 });
    expect(remarks).toEqual([]);
    expect(await personOf(first.ein)).toMatchObject({ firstName: 'Iris', lastName: first.last_name, suffix: 'Jr', source: 'imported' });
    expect(await certificatesOf(first.ein)).toMatchObject([
      { typeKey: 'PROFESSIONAL', endorsements: ['015'], expiresOn: '2027-01-14', printedExpiresOn: '2027-01-14' },
      { typeKey: 'INITIAL', endorsements: ['015', '092'], effectiveOn: '2010-08-01' },
    ]);
  });

  it('keeps SSN and birth date sealed and findable, the address with the person, and who the import was', async () => {
    const row = rowOf({ email: 'Iris.Sealed@Example.test', city: 'Hartford', previous_last_names: 'Marlow' });
    await importRows([row]);
    const found = await personOf(row.ein);
    const id = found?.id ?? '';
    const [secrets] = await db().select().from(personSecret).where(eq(personSecret.personId, id));
    expect(unseal(secrets?.birthDateCiphertext ?? new Uint8Array(), { column: 'person_secret.birth_date', row: id }).reveal()).toBe(row.date_of_birth);
    expect(unseal(secrets?.ssnCiphertext ?? new Uint8Array(), { column: 'person_secret.ssn', row: id }).reveal()).toBe(row.ssn);
    const keys = await db().select().from(matchKey).where(eq(matchKey.personId, id));
    expect([...new Set(keys.map(({ kind }) => kind))].toSorted()).toEqual(['birth_date', 'birth_date_name', 'first_name', 'last_name', 'ssn', 'ssn_head', 'ssn_tail']);
    const [contact] = await db().select().from(personContact).where(eq(personContact.personId, id));
    expect(contact).toMatchObject({ email: 'Iris.Sealed@Example.test', emailKey: 'iris.sealed@example.test', city: 'Hartford' });
    const [imported] = await db().select().from(registryImport).where(eq(registryImport.id, found?.importId ?? ''));
    expect(imported).toMatchObject({ fileName: 'rows.csv', finishedAt: expect.any(Date) as Date });
  });

  it('keeps the printed end of an Initial that the law of 2025 has extended', async () => {
    const row = rowOf({ certificate_type: 'INITIAL', issued_on: '2023-08-21', effective_on: '2023-08-21', expires_on: '2026-08-20' });
    await importRows([row]);
    const [held] = await certificatesOf(row.ein);
    expect(held).toMatchObject({ expiresOn: '2026-08-20', printedExpiresOn: '2026-08-20' });
    expect(held && standingOn(held, { day: day('2026-11-24'), ruleSet })).toEqual({ state: 'current', through: '2033-08-20' });
  });

  it('changes nothing the second time, not even a row written as it was', async () => {
    const rows = Array.from({ length: 600 }, () => rowOf({ previous_last_names: 'Marlow' }));
    const doubled = [...rows, ...rows.slice(0, 5)];
    expect((await importRows(doubled)).counts).toMatchObject({ peopleAdded: 600, certificatesAdded: 600, certificatesKnown: 5 });
    const before = await everything();
    const again = await importRows(doubled);
    expect(again.counts).toMatchObject({ rows: 605, peopleAdded: 0, certificatesAdded: 0, certificatesKnown: 605, lastNamesAdded: 0 });
    expect(again.remarks).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('goes on where an earlier import was cut off', async () => {
    const rows = Array.from({ length: 20 }, () => rowOf());
    await importRows(rows.slice(0, 7));
    expect((await importRows(rows)).counts).toMatchObject({ peopleAdded: 13, certificatesAdded: 13, certificatesKnown: 7 });
  });

  it('puts each person on record once when ten imports of the same file run at once', async () => {
    const rows = Array.from({ length: 40 }, () => rowOf());
    const all = await Promise.all(Array.from({ length: 10 }, () => importRows(rows)));
    const added = all.map(({ counts }) => [counts.peopleAdded, counts.certificatesAdded]);
    expect(added.filter(([people]) => people === 40)).toHaveLength(1);
    expect(added.filter(([people, certificates]) => people === 0 && certificates === 0)).toHaveLength(9);
  });

  it('adds what a later file knows more: a certificate, a last name; address and name on record stay', async () => {
    const row = rowOf({ email: 'first@example.test' });
    await importRows([row]);
    const renewed = { issued_on: '2026-11-01', effective_on: '2027-01-15', expires_on: '2037-01-14' };
    const { counts } = await importRows([{ ...row, ...renewed, last_name: 'Castellano', email: 'second@example.test' }]);
    expect(counts).toMatchObject({ peopleAdded: 0, certificatesAdded: 1, lastNamesAdded: 1 });
    const found = await personOf(row.ein);
    expect(found?.lastName).toBe(row.last_name);
    expect(await db().select().from(previousName).where(eq(previousName.personId, found?.id ?? ''))).toMatchObject([{ lastName: 'Castellano' }]);
    const [contact] = await db().select().from(personContact).where(eq(personContact.personId, found?.id ?? ''));
    expect(contact?.email).toBe('first@example.test');
  });

  it('keeps names letter by letter, whatever signs are in them', async () => {
    const odd = { first_name: "Zoë-{Ann}, 'Z'", middle_name: 'NULL', last_name: 'O\\Brien ""Núñez""', suffix: '\\N' };
    const row = rowOf({ ...odd, previous_last_names: 'a,b|{}|null' });
    await importRows([row]);
    const found = await personOf(row.ein);
    expect(found).toMatchObject({ firstName: odd.first_name, middleName: 'NULL', lastName: 'O\\Brien "Núñez"', suffix: '\\N' });
    const previous = await db().select().from(previousName).where(eq(previousName.personId, found?.id ?? ''));
    expect(previous.map(({ lastName }) => lastName).toSorted()).toEqual(['a,b', 'null', '{}']);
    expect((await importRows([row])).counts).toMatchObject({ peopleAdded: 0, certificatesKnown: 1, lastNamesAdded: 0 });
  });

  it('keeps both of two certificates issued on one day to two families of endorsements', async () => {
    const row = rowOf();
    expect((await importRows([row, { ...row, endorsements: '092' }])).counts.certificatesAdded).toBe(2);
  });

  it('leaves a certificate as it is on record where a file says something else, and tells', async () => {
    const row = rowOf();
    await importRows([row]);
    const { counts, remarks } = await importRows([{ ...row, expires_on: '2032-01-14' }]);
    expect(counts).toMatchObject({ certificatesAdded: 0, certificatesKnown: 1 });
    expect(remarks).toEqual([{ line: 2, noted: 'certificate_differs' }]);
    expect(await certificatesOf(row.ein)).toMatchObject([{ expiresOn: '2027-01-14' }]);
  });

  it('keeps the SSN of whoever has one beside somebody without', async () => {
    const rows = [rowOf({ ssn: '' }), rowOf(), rowOf({ ssn: '' }), rowOf()];
    await importRows(rows);
    for (const row of rows) {
      const id = (await personOf(row.ein))?.id ?? '';
      const [secrets] = await db().select().from(personSecret).where(eq(personSecret.personId, id));
      const ssn = secrets?.ssnCiphertext ? unseal(secrets.ssnCiphertext, { column: 'person_secret.ssn', row: id }).reveal() : '';
      expect([ssn, secrets?.ssnKey !== null]).toEqual([row.ssn, row.ssn !== '']);
    }
  });

  it('takes people without an SSN, and tells them apart by birth date and name', async () => {
    const row = rowOf({ ssn: '' });
    expect((await importRows([row])).counts.peopleAdded).toBe(1);
    expect((await importRows([row])).counts).toMatchObject({ refusedRows: 0, certificatesKnown: 1 });
    const { remarks } = await importRows([{ ...row, date_of_birth: '1980-04-28' }, { ...row, ssn: '512990001' }]);
    expect(remarks).toEqual([{ line: 2, refused: 'ein_of_another' }, { line: 3, refused: 'ein_of_another' }]);
  });
});

describe('rows that cannot be taken', () => {
  it('are told by line and reason, and the others are taken', async () => {
    const rows = [
      rowOf(),
      rowOf({ ssn: '000-12-3456' }),
      rowOf({ date_of_birth: '1980-02-30' }),
      rowOf({ certificate_type: 'MASTER', endorsements: '777' }),
      rowOf({ email: 'not an address' }),
    ];
    const { counts, remarks } = await importRows(rows);
    expect(counts).toMatchObject({ rows: 5, refusedRows: 3, peopleAdded: 2, certificatesAdded: 2 });
    expect(remarks).toEqual([
      { line: 3, refused: 'ssn_impossible' },
      { line: 4, refused: 'birth_date_malformed' },
      { line: 5, refused: 'certificate_type_unknown' },
      { line: 5, refused: 'endorsement_unknown' },
      { line: 6, noted: 'email_left_out' },
    ]);
  });

  it.each([
    ['in the same file', true],
    ['on record', false],
  ])('include an EIN that somebody else has %s', async (_where, sameFile) => {
    const row = rowOf();
    const other = { ...rowOf(), ein: row.ein };
    const { counts, remarks } = sameFile ? await importRows([row, other]) : (await importRows([row]), await importRows([other]));
    expect(remarks).toEqual([{ line: sameFile ? 3 : 2, refused: 'ein_of_another' }]);
    expect(counts.refusedRows).toBe(1);
    expect(await personOf(row.ein)).toMatchObject({ lastName: row.last_name });
    expect(await certificatesOf(row.ein)).toHaveLength(1);
  });
});

describe('the audit trail of an import', () => {
  it('has an event for each batch that changed something and one for the end, and names nobody', async () => {
    const rows = Array.from({ length: 501 }, (_, at) => rowOf({ date_of_birth: '1971-03-09', last_name: `Canary${at}` }));
    await importRows(rows, 500);
    const trail = await db().select().from(auditEvent).where(eq(auditEvent.type, 'registry_imported')).orderBy(auditEvent.seq);
    const [found] = await db().select({ importId: person.importId }).from(person).where(eq(person.ein, rows[0]?.ein ?? ''));
    const mine = trail.filter(({ details }) => details.importId === found?.importId);
    expect(mine.map(({ details }) => details.peopleAdded)).toEqual([500, 1, 501]);
    const text = JSON.stringify(trail);
    expect(text).not.toMatch(/1971-03-09|Canary/);
    for (const { ssn } of rows) expect(text).not.toContain(ssn);
  });

  it('is begun by no one but the command', async () => {
    const before = await db().select().from(certificate);
    expect(await importRegistry(await signedInStaff('administrator'), { name: 'rows.csv', lines: [] }, () => {})).toEqual({ ok: false, error: 'not_allowed' });
    expect(await db().select().from(certificate)).toEqual(before);
  });
});
