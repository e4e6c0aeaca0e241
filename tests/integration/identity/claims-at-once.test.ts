import { sql } from 'drizzle-orm';
import { register } from '@/lib/identity/register';
import type { Ctx, Educator } from '@/lib/shared/context';
import { must } from '@/lib/shared/result';
import { useDatabase } from '@/tests/support/database';
import { again, now, recordOnFile, type RecordOnFile } from '@/tests/support/people';

const { db } = useDatabase();
const records = 100;
const claimants = 50;

/** Accounts in one statement: five thousand people who sign up one after the other would take minutes. */
async function makeAccounts(many: number): Promise<Ctx<Educator>[]> {
  const rows = await db().execute<{ id: string; sessionId: string }>(sql`
    with made as (
      insert into account (kind, username, email, email_key, first_name, last_name, email_verified_at, password_set_at, created_at)
      select 'educator', 'CTCROWD' || n, 'crowd' || n || '@example.test', 'crowd' || n || '@example.test', 'Pat', 'Crowd',
        ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
      from generate_series(1, ${many}::int) n
      returning id
    )
    insert into session (token_hash, account_id, stage, started_at, last_seen_at, ends_at)
    select sha256(id::text::bytea), id, 'full', ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz,
      ${now.toISOString()}::timestamptz + interval '8 hours'
    from made returning id as "sessionId", account_id as id`);
  return rows.map(({ id, sessionId }) => ({ actor: { kind: 'educator', accountId: id, sessionId }, now, requestId: id }));
}

test(`${records} records claimed by ${claimants} accounts each at once leave ${records} links and nothing else`, async () => {
  const onFile: RecordOnFile[] = [];
  for (let number = 0; number < records; number += 1) onFile.push(await recordOnFile());
  const accounts = await makeAccounts(records * claimants);
  const answers = await Promise.all(accounts.map((ctx, number) => register(again(ctx), must(onFile[number % records], 'a record').typed)));
  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
  const [counted] = await db().execute<Record<string, number>>(sql`
    select (select count(*) from claim)::int as claims, (select count(distinct person_id) from claim)::int as people,
      (select count(*) from registration where outcome = 'link')::int as linked,
      (select count(*) from registration where outcome = 'asked')::int as asked,
      (select count(*) from person)::int as persons`);
  // One SSN is tried ten times a day: nine others are asked like anybody who is not linked, and forty are told to wait.
  const asked = records * 9;
  expect(counted).toEqual({ claims: records, people: records, linked: records, asked, persons: records });
  expect(new Set(refusals)).toEqual(new Set(['too_many_attempts']));
  expect(refusals).toHaveLength(records * claimants - records - asked);
}, 120_000);
