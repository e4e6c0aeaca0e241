import { sql } from 'drizzle-orm';
import { log } from '@/lib/shared/log';
import { ssnKey } from '@/lib/identity/person-keys';
import { secret } from '@/lib/shared/secret';
import { useDatabase } from '@/tests/support/database';
import { everythingInDatabase, everythingInError, everythingInFolder, keepLog } from '@/tests/support/everything-written';
import { findLeaks, guardedDate, guardedSsn, guardedText, type Guarded } from '@/tests/support/find-leaks';
import { useMailbox } from '@/tests/support/mail';
import { useGateway } from '@/tests/support/payments';
import { canary, casesOpened, liveThroughEverything, registeringInAnOutage, type Told } from './journey';

const { db } = useDatabase();
const { rig } = useGateway();
const letters = useMailbox();
const logged = keepLog();

let told: Told;
let guarded: readonly Guarded[];

beforeAll(async () => {
  told = await liveThroughEverything(letters, rig());
  guarded = [
    guardedSsn('SSN', canary.ssn),
    guardedDate('birth date', canary.birthDate),
    guardedText('password', canary.password),
    guardedText('new password', canary.newPassword),
    ...told.minted.map(({ name, text }) => guardedText(name, text)),
  ];
});

describe('a person whose SSN, birth date, passwords and tokens are easy to recognise', () => {
  it('has been through everything: matched, in review, in conflict, paid, decided, sealed and found by key', async () => {
    expect(await casesOpened()).toEqual(expect.arrayContaining(['claimed_record', 'match', 'lost_email']));
    const [counts] = await db().execute<Record<string, number>>(sql`select
      (select count(*)::int from person_secret where ssn_key = ${ssnKey(secret(canary.ssn))}) as keyed,
      (select count(*)::int from registration where ssn_ciphertext is not null and birth_date_ciphertext is not null) as registrations,
      (select count(*)::int from ssn_conflict) as conflicts,
      (select count(*)::int from payment_attempt where state = 'captured') as captured,
      (select count(*)::int from certificate where source = 'issued') as issued,
      (select count(*)::int from temporary_password) as temporary`);
    expect(counts).toEqual({ keyed: 1, registrations: 3, conflicts: 1, captured: 1, issued: 1, temporary: 2 });
    expect(told.minted.map((one) => one.name)).toHaveLength(6);
  });

  it('can be read in no column of any table', async () => {
    const everything = await everythingInDatabase();
    expect(everything.length).toBeGreaterThan(150);
    expect(everything.filter(({ where, text }) => where.startsWith('audit_event.') && text !== '').length).toBeGreaterThan(8);
    expect(findLeaks(guarded, everything)).toEqual([]);
  });

  it('can be read in no email but the temporary password in its own', () => {
    const mails = letters.all().map(({ to, subject, text, html }) => ({ where: `${to}: ${subject}`, text: [subject, text, html].join('\n') }));
    expect(mails.length).toBeGreaterThanOrEqual(12);
    expect(findLeaks(guarded, mails)).toEqual([
      { where: `${canary.email}: Your CECS temporary password (message 2 of 2)`, name: 'temporary password' },
      { where: `${canary.email}: Your new CECS temporary password`, name: 'second temporary password' },
    ]);
  });

  it('can be read in nothing the card processor was sent or keeps', async () => {
    const { data } = await rig().control('GET', 'calls');
    const kept = everythingInFolder(rig().folder);
    expect(JSON.stringify(data)).toContain('capture');
    expect(kept.map((one) => one.text).join()).toContain('capture');
    expect(findLeaks(guarded, [{ where: 'calls', text: JSON.stringify(data) }, ...kept])).toEqual([]);
  });

  it('can be read on no page of staff or of their own', () => {
    const shown = told.shown.map((one, index) => ({ where: `view ${index}`, text: JSON.stringify(one) }));
    expect(JSON.stringify(told.shown)).toContain(`•••-••-${canary.ssn.slice(-4)}`);
    expect(findLeaks(guarded, shown)).toEqual([]);
  });

  it.each(['registration', 'limit_counter', 'match_key'])('can be read in no error or log line when %s is gone', async (table) => {
    const away = `${table}_away`;
    const rename = (from: string, to: string) => async () => {
      await db().execute(sql`alter table ${sql.identifier(from)} rename to ${sql.identifier(to)}`);
    };
    const thrown = await registeringInAnOutage(letters, rename(table, away), rename(away, table));
    expect(thrown).toBeInstanceOf(Error);
    log.error({ err: thrown, path: '/register' }, 'request failed');
    expect(logged.lines.at(-1)).toContain('DatabaseError');
    expect(findLeaks(guarded, [everythingInError(thrown), { where: 'log', text: logged.lines.join('') }])).toEqual([]);
  });

  it.each([
    ['message', 'payload', sql`'{"ssn":"412-15-7391"}'::jsonb`, 'SSN'],
    ['identity_case', 'details', sql`'{"born":"03/08/1957"}'::jsonb`, 'birth date'],
    ['job', 'last_failure', sql`'quokka velvet thunder 8261'`, 'password'],
    ['registration', 'ssn_ciphertext', sql`convert_to('412157391', 'UTF8')`, 'SSN'],
    ['person_secret', 'birth_date_ciphertext', sql`convert_to('..1957-03-08..', 'UTF8')`, 'birth date'],
  ])('would be found in %s.%s', async (table, column, planted, name) => {
    await db()
      .transaction(async (tx) => {
        await tx.execute(sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${planted}`);
        expect(findLeaks(guarded, await everythingInDatabase(tx))).toEqual([{ where: `${table}.${column}`, name }]);
        throw new Error('planted only for a look');
      })
      .catch((thrown: Error) => expect(thrown.message).toBe('planted only for a look'));
  });
});
