import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { staffTotp } from '@/db/schema/accounts';
import { claim, identityCase, person } from '@/db/schema/identity';
import { message } from '@/db/schema/mail';
import type { DemoEducator } from '@/dev/demo/cast';
import { stories } from '@/dev/demo/stories';
import type { DemoStaff } from '@/dev/demo/staff';
import { commonPasswords } from '@/lib/accounts/passwords';
import { refusePassword } from '@/lib/accounts/password-rules';
import { signIn } from '@/lib/accounts/sign-in';
import { isPossibleSsn } from '@/lib/identity/model';
import { anyone, staffRoles } from '@/lib/shared/context';
import { must } from '@/lib/shared/result';
import { unseal } from '@/lib/shared/sealed';
import { secret } from '@/lib/shared/secret';
import { useDatabase } from '@/tests/support/database';
import { registerFully, signedInEducator } from '@/tests/support/people';
import { runCommand } from '@/tests/support/run-command';

type Demo = { readonly educators: readonly DemoEducator[]; readonly staff: readonly DemoStaff[] };

const { db } = useDatabase();
const home = mkdtempSync(join(tmpdir(), 'cecs-demo-'));
const path = join(home, 'demo.json');
const demo = (): Demo => JSON.parse(readFileSync(path, 'utf8')) as Demo;
const seed = () => runCommand('dev/demo/seed.ts', [], { CECS_HOME: home });

beforeAll(async () => {
  expect(await seed()).toEqual({ code: 0, said: '' });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const counted = () =>
  db().execute<Record<string, string>>(sql`
    select (select count(*) from person) as people, (select count(*) from certificate) as certificates,
      (select count(*) from account) as accounts, (select count(*) from identity_case) as cases,
      (select count(*) from match_key) as keys, (select count(*) from audit_event) as events`);

/** Of this story, somebody no other test has used. */
function somebodyIn(story: string): DemoEducator {
  const found = demo().educators.filter((one) => one.story.startsWith(story) && !used.has(one.ssn));
  const one = must(found[0], `somebody left in the story ${story}`);
  used.add(one.ssn);
  return one;
}
const used = new Set<string>();

async function registered(one: DemoEducator) {
  const ctx = await signedInEducator({ email: one.email, firstName: one.firstName, lastName: one.lastName });
  const { firstName, lastName, email, ssn, dateOfBirth } = one;
  await registerFully(ctx, { firstName, lastName, email, ssn: secret(ssn), birthDate: secret(dateOfBirth) });
  const [mine] = await db()
    .select({ strength: claim.strength, ein: person.ein, personId: person.id })
    .from(claim)
    .innerJoin(person, eq(person.id, claim.personId))
    .where(and(eq(claim.accountId, ctx.actor.accountId), isNull(claim.endedAt)));
  return { accountId: ctx.actor.accountId, mine };
}

describe('the people made up to try', () => {
  it('are a thousand on record, and three for each story', async () => {
    expect(await counted()).toMatchObject([{ people: '1000' }]);
    const { educators } = demo();
    expect(educators).toHaveLength(3 * stories.length);
    expect(educators.slice(0, stories.length).map(({ story }) => story)).toEqual(stories.map(({ story }) => story));
    for (const one of educators) {
      expect(isPossibleSsn(one.ssn)).toBe(true);
      expect(one.email).toMatch(/@example\.org$/);
      if (one.ein === null) continue;
      expect(one.ein).toMatch(/^19\d{8}$/);
      expect(await db().select().from(person).where(eq(person.ein, one.ein))).toMatchObject([{ firstName: one.firstName }]);
    }
    for (const what of ['ssn', 'email'] as const) expect(new Set(educators.map((one) => one[what])).size).toBe(educators.length);
  });

  it('have every kind of name, and certificates of many kinds', async () => {
    const [names] = await db().execute<Record<string, number>>(sql`
      select count(*) filter (where p.first_name || p.last_name ~ '[À-ſ]')::int as accents,
        count(*) filter (where p.last_name like '%''%')::int as apostrophes,
        count(*) filter (where p.last_name like '%-%')::int as hyphens,
        count(*) filter (where p.suffix is not null)::int as suffixes,
        count(distinct p.id) filter (where n.id is not null)::int as previous,
        count(*) filter (where c.email is null)::int as without_email,
        count(*) filter (where c.email like '%@example.org')::int as with_email
      from person p join person_contact c on c.person_id = p.id left join previous_name n on n.person_id = p.id`);
    for (const [what, many] of Object.entries(names ?? {})) expect([what, many > 15]).toEqual([what, true]);
    const [alike] = await db().execute<Record<string, number>>(sql`
      select (select count(*) from (select 1 from person group by first_name, last_name having count(*) > 1) namesakes)::int as namesakes,
        (select count(*) from ssn_conflict)::int as conflicts`);
    expect(alike?.namesakes).toBeGreaterThan(10);
    expect(alike?.conflicts).toBeGreaterThanOrEqual(3);
    const types = await db().execute<{ key: string }>(sql`select distinct type_key as key from certificate order by 1`);
    expect(types.map(({ key }) => key)).toEqual([
      ...['COACH_5YR', 'DSAP', 'INITIAL', 'INTERIM_INITIAL', 'PROFESSIONAL', 'PROVISIONAL', 'STANDARD_PERMANENT', 'TEMP90'],
    ]);
  });

  it.each([
    ['Renew a Professional', 'full'],
    ['Advance from Initial', 'full'],
    ['No email on file', 'provisional'],
    ['Married since', 'provisional'],
  ])('are linked as their story says: %s', async (story, strength) => {
    const one = somebodyIn(story);
    expect((await registered(one)).mine).toMatchObject({ strength, ein: one.ein });
  });

  it('write to the old address where a changed name was linked', async () => {
    const { mine } = await registered(somebodyIn('Married since'));
    const notices = await db().select().from(message).where(eq(message.kind, 'record_linked'));
    expect(notices.map(({ payload }) => payload.personId)).toContain(mine?.personId);
  });

  it('get a case where an SSN stands on two records, and a new EIN where there is none', async () => {
    const conflict = await registered(somebodyIn('One SSN on two records'));
    expect(conflict.mine).toBeUndefined();
    const cases = await db().select().from(identityCase).where(eq(identityCase.accountId, conflict.accountId));
    expect(cases).toMatchObject([{ kind: 'match', closedAt: null }]);
    const unknown = await registered(somebodyIn('Not on record at all'));
    expect(unknown.mine).toMatchObject({ strength: 'full', ein: expect.stringMatching(/^5\d{9}$/) as string });
  });
});

describe('the staff made up to try', () => {
  it('are one of each role, and sign in with what the list says', async () => {
    const { staff } = demo();
    expect(staff.map(({ role }) => role)).toEqual(staffRoles);
    for (const { username, password, totpSecret } of staff) {
      expect(password.length).toBeGreaterThanOrEqual(12);
      expect(refusePassword(password, commonPasswords, [username])).toBeUndefined();
      const ctx = { actor: anyone, now: new Date(), requestId: username };
      const answer = await signIn(ctx, { username, password });
      expect(answer).toMatchObject({ ok: true, value: { stage: 'totp' } });
      const sealed = await db().select().from(staffTotp);
      const secrets = sealed.map((row) => unseal(row.secret, { column: 'staff_totp.secret', row: row.accountId }).reveal());
      expect(secrets).toContain(totpSecret);
      expect(sealed.every(({ confirmedAt }) => confirmedAt !== null)).toBe(true);
    }
  });
});

describe('seeding again', () => {
  it('changes nothing where it is done', async () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = [await counted(), readFileSync(path, 'utf8'), statSync(path).mtimeMs];
    expect(await seed()).toEqual({ code: 0, said: '' });
    expect([await counted(), readFileSync(path, 'utf8'), statSync(path).mtimeMs]).toEqual(before);
  });

  it('writes a lost list anew: the same educators, the same staff under new passwords', async () => {
    const [before, counts] = [demo(), await counted()];
    rmSync(path);
    await seed();
    const after = demo();
    expect(after.educators).toEqual(before.educators);
    expect(after.staff.map(({ username }) => username)).toEqual(before.staff.map(({ username }) => username));
    expect(after.staff.map(({ password }) => password)).not.toEqual(before.staff.map(({ password }) => password));
    expect(await counted()).toEqual(counts);
  });
});
