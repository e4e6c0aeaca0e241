import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { importDemo } from '@/dev/demo/import-demo';
import type { DemoPerson } from '@/dev/demo/people';
import { addDays, addYears, dayInConnecticut, type Day } from '@/lib/shared/days';
import { answersAt } from '@/scripts/launch/answers';
import { keepRunning } from '@/scripts/launch/keep-running';
import { partEnv } from '@/scripts/launch/parts';
import { typescript } from '@/scripts/launch/run-script';
import { signedRenewal, submit, type Renewal } from './applications';
import { spreadOf, type Spread } from './figures';
import { workerCtx, type Ground } from './ground';
import { madeEducators } from './made-educators';

/** One in twenty goes to a person by lot: so many more are submitted. */
const moreThanIssued = 1.15;
/** Apart from whom the other parts make up. */
const firstEducator = 5_000_000;
const patienceMillis = 30_000;
const lookEveryMillis = 5;

export type Renewing = {
  readonly submitted: number;
  readonly issued: number;
  readonly drawn: number;
  /** Neither issued nor left to a person by lot; or issued without its message. */
  readonly lost: number;
  /** More than one certificate, decision or message. */
  readonly doubled: number;
  /** From before the submission until the certificate can be read. */
  readonly millis: Spread;
};

/** Free renewals submitted by their commands, each when the one before is settled by a worker in a process of its own, mail and all. */
export async function measureRenewals(ground: Ground, issued: number): Promise<Renewing> {
  const people = await peopleWhoMayRenew(Math.ceil(issued * moreThanIssued));
  const renewals: Renewal[] = [];
  for (const person of people) {
    const renewal = await signedRenewal(person);
    if (renewal) renewals.push(renewal);
  }
  ground.say(`${renewals.length.toLocaleString('en-US')} renewals are signed; submitting them one after the other`);
  await startWorker(ground);
  const millis: number[] = [];
  const submitted: string[] = [];
  for (const renewal of renewals) {
    if (millis.length === issued) break;
    const startedAt = performance.now();
    await submit(renewal);
    submitted.push(renewal.reference);
    if ((await settled(renewal.reference)) === 'issued') millis.push(performance.now() - startedAt);
  }
  await until('every message is sent', nothingWaits);
  return { submitted: submitted.length, issued: millis.length, ...(await countEnds(submitted)), millis: spreadOf(millis) };
}

async function peopleWhoMayRenew(count: number): Promise<DemoPerson[]> {
  const ctx = workerCtx();
  const people = [...madeEducators(count, firstEducator)].map((one) => renewable(one, dayInConnecticut(ctx.now)));
  await importDemo(ctx, 'people who renew', people);
  return people;
}

/** With an email on file, so that the link is full, and one Professional that ends in two months. */
function renewable(person: DemoPerson, today: Day): DemoPerson {
  const expiresOn = addDays(today, 60);
  const issuedOn = addDays(addYears(expiresOn, -5), 1);
  const certificate = { typeKey: 'PROFESSIONAL', endorsements: ['029'], issuedOn, effectiveOn: issuedOn, expiresOn };
  return { ...person, emailOnFile: `${person.ein}@example.org`, certificates: [certificate] };
}

/** As `npm start` runs it, with the mailbox that it sends to; ready once it has swept. */
async function startWorker({ env, port, logs, say, stops }: Ground): Promise<void> {
  const start = (name: string, script: string, isReady: () => Promise<boolean>) => {
    const kept = keepRunning({ name, args: typescript(script), env: partEnv({ env, port }), logs, isReady, say });
    stops.push(kept.stop);
    return kept.ready();
  };
  await start('embedded parts', 'dev/embedded.ts', () => answersAt(`${env.DEV_ORIGIN ?? ''}/dev/mailbox.css`));
  await start('worker', 'scripts/worker.ts', async () => (await count(sql`select count(*)::int as many from background_sweep`)) > 0);
  await until('the messages of before are sent', nothingWaits);
}

// One that a worker holds waits too; one that was given up on waits for ever, and ends the run.
const nothingWaits = async (): Promise<boolean> =>
  (await count(sql`select count(*)::int as many from job where kind in ('decide_by_rule', 'deliver_message') and done_at is null`)) === 0;

/** What the worker made of it, as a page would read it. */
async function settled(reference: string): Promise<'issued' | 'left to a person'> {
  let end: 'issued' | 'left to a person' = 'left to a person';
  await until(`${reference} is settled`, async () => {
    const [row] = await database().execute<{ issued: boolean; judged: boolean }>(sql`
      select exists (select from certificate c where c.application_id = a.id) as issued,
        exists (select from application_trace t where t.application_id = a.id and t.moment = 'decided') as judged
      from application a where reference = ${reference}`);
    if (row?.issued) end = 'issued';
    return row?.judged ?? false;
  });
  return end;
}

async function countEnds(references: readonly string[]): Promise<Pick<Renewing, 'drawn' | 'lost' | 'doubled'>> {
  const [row] = await database().execute<Pick<Renewing, 'drawn' | 'lost' | 'doubled'>>(sql`
    with ended as (
      select a.id,
        (select count(*) from certificate c where c.application_id = a.id) as certificates,
        (select count(*) from decision d where d.application_id = a.id) as decisions,
        (select count(*) from message m where m.account_id = a.account_id and m.kind = 'certificate_issued' and m.state = 'accepted') as messages,
        (select t.answer from application_trace t where t.application_id = a.id and t.moment = 'decided' limit 1) as answer
      from application a where a.reference in ${[...references]}
    )
    select count(*) filter (where certificates = 0 and answer = '{drawn_for_quality}')::int as drawn,
      count(*) filter (where not (certificates > 0 and decisions > 0 and messages > 0) and answer is distinct from '{drawn_for_quality}')::int as lost,
      count(*) filter (where certificates > 1 or decisions > 1 or messages > 1)::int as doubled
    from ended`);
  if (!row) throw new Error('The renewals were not counted');
  return row;
}

async function count(query: ReturnType<typeof sql>): Promise<number> {
  const [row] = await database().execute<{ many: number }>(query);
  return row?.many ?? 0;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const startedAt = performance.now();
  while (!(await holds())) {
    if (performance.now() - startedAt > patienceMillis) throw new Error(`Waited for nothing: ${what}`);
    await pause(lookEveryMillis);
  }
}
