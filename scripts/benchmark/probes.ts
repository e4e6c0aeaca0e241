import { createHash, randomBytes } from 'node:crypto';
import { Agent, request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import type { DemoPerson } from '@/dev/demo/people';
import { addDays } from '@/lib/shared/days';
import { areaUnderCurve } from './auc';
import { rounded, spreadOf, type Spread } from './figures';
import type { Ground } from './ground';
import { hiddenFields } from './login-form';

/** So many of each outcome, each from an account that was never used before. */
const probes = 600;
const atOnce = 12;
/** One SSN may be tried ten times a day. */
const perRecord = 9;

type Person = Pick<DemoPerson, 'ssn' | 'birthDate' | 'firstName' | 'lastName'>;
type Kind = 'linked' | 'claimed' | 'agrees in part' | 'nobody';
type Probe = { readonly kind: Kind; readonly typed: Person; readonly token: string };
type Answered = { readonly kind: string; readonly millis: number; readonly answer: string };

export type Probing = {
  readonly form: string;
  readonly kinds: Readonly<Record<string, Spread & { readonly probes: number; readonly auc: number }>>;
  /** Whether all were answered alike, once tokens are masked. */
  readonly alike: boolean;
};

/** Whether the answers of Register, and of the question after it, tell by words or by time what was found. */
export async function measureProbes(ground: Ground, local: string): Promise<Probing[]> {
  const everyProbe = await prepare(ground.people.onRecord);
  const post = poster(local, ground.env.APP_URL ?? '');
  const first = await post('/register', everyProbe.map((one) => ({ kind: one.kind, token: one.token, fields: fieldsOf(one.typed) })));
  await expectOutcomes({ link: probes, asked: 3 * probes });
  const asked = everyProbe.filter(({ kind }) => kind !== 'linked');
  const outcome = (kind: Kind): string => (kind === 'nobody' ? 'a new EIN' : 'a case');
  const answers = asked.map(({ kind, token }) => ({ kind: outcome(kind), token, fields: { everHeld: 'no' } }));
  const second = await post('/register/more', answers);
  await expectOutcomes({ link: probes, review: 2 * probes, new: probes });
  return [summed('/register', first), summed('/register/more', second)];
}

async function prepare(onRecord: readonly DemoPerson[]): Promise<Probe[]> {
  const taken = await database().execute<{ ein: string }>(sql`select p.ein from claim c join person p on p.id = c.person_id`);
  const holders = new Set(taken.map(({ ein }) => ein));
  const own = onRecord.filter(({ ein, ssn }) => !holders.has(ein) && onRecord.filter((one) => one.ssn === ssn).length === 1);
  const people = own.toReversed();
  const shared = Math.ceil(probes / perRecord);
  const [free, claimed, partly] = [people.slice(0, probes), people.slice(probes, probes + shared), people.slice(probes + shared, probes + 2 * shared)];
  const tokens = await openAccounts(4 * probes);
  await claimAll(claimed);
  const kinds: Readonly<Record<Kind, (number: number) => Person>> = {
    'linked': (number) => at(free, number),
    'claimed': (number) => at(claimed, number),
    'agrees in part': (number) => ({ ...at(partly, number), birthDate: addDays(at(partly, number).birthDate, 400) }),
    'nobody': (number) => ({ ssn: `${600 + (number % 60)}${10 + (number % 80)}${String(1000 + number)}`, birthDate: addDays(at(free, 0).birthDate, number), firstName: 'Zygmunt', lastName: `Nowhereton${String(number)}` }),
  };
  const all = Object.entries(kinds).flatMap(([kind, typed], row) =>
    Array.from({ length: probes }, (_, number) => ({ kind: kind as Kind, typed: typed(number), token: tokens[row * probes + number] ?? '' })),
  );
  // In no order that another order of answers could come from.
  return all.toSorted((one, other) => (one.token < other.token ? -1 : 1));
}

function at<T>(list: readonly T[], number: number): T {
  const one = list[number % list.length];
  if (one === undefined) throw new Error('The benchmark has too few people on record');
  return one;
}

/** Accounts signed in at the step before Register, in one statement. */
async function openAccounts(many: number): Promise<string[]> {
  const tokens = Array.from({ length: many }, () => randomBytes(32).toString('base64url'));
  const hashes = tokens.map((token) => `\\x${createHash('sha256').update(token).digest('hex')}`);
  await database().execute(sql`
    with made as (
      insert into account (kind, username, email, email_key, first_name, last_name, email_verified_at, password_set_at, created_at)
      select 'educator', 'CTPROBE' || n, 'probe' || n || '@example.test', 'probe' || n || '@example.test', 'Pat', 'Probe', now(), now(), now()
      from generate_series(1, ${many}::int) n
      returning id
    ), numbered as (select id, row_number() over () as n from made)
    insert into session (token_hash, account_id, stage, started_at, last_seen_at, ends_at)
    select given.hash, numbered.id, 'full', now(), now(), now() + interval '8 hours'
    from numbered join unnest(${`{${hashes.map((hash) => `"\\${hash}"`).join(',')}}`}::bytea[]) with ordinality given(hash, n) using (n)`);
  return tokens;
}

async function claimAll(people: readonly DemoPerson[]): Promise<void> {
  const eins = `{${people.map(({ ein }) => ein).join(',')}}`;
  await database().execute(sql`
    with holder as (
      insert into account (kind, username, email, email_key, first_name, last_name, created_at)
      select 'educator', 'CTHOLDER' || ein, ein || '@holder.test', ein || '@holder.test', 'Pat', 'Holder', now() from unnest(${eins}::text[]) ein
      returning id, username
    )
    insert into claim (account_id, person_id, strength, evidence, typed_first_name, typed_last_name, linked_at)
    select holder.id, person.id, 'full', '{}', 'Pat', 'Holder', now() from holder join person on holder.username = 'CTHOLDER' || person.ein
    on conflict do nothing`);
}

function fieldsOf({ ssn, birthDate, firstName, lastName }: Person): Record<string, string> {
  const [birthDateYear = '', birthDateMonth = '', birthDateDay = ''] = birthDate.split('-');
  return { ssn, firstName, lastName, birthDateYear, birthDateMonth, birthDateDay, email: 'probe@example.test' };
}

type Post = { readonly kind: string; readonly token: string; readonly fields: Readonly<Record<string, string>> };

/** Posts as a browser without scripts does, a few at once, and times each until its last byte. */
function poster(local: string, origin: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  return async (path: string, posts: readonly Post[]): Promise<Answered[]> => {
    const hidden = hiddenFields((await ask(local + path, { agent, headers: { cookie: cookie(posts[0]) } })).text);
    const answers: Answered[] = [];
    const waiting = [...posts];
    const keepPosting = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const form = new FormData();
        for (const [name, value] of [...hidden, ...Object.entries(next.fields)]) form.set(name, value);
        const posted = new Request(local, { method: 'POST', body: form });
        const type = posted.headers.get('content-type') ?? '';
        const headers = { origin, 'host': new URL(origin).host, 'cookie': cookie(next), 'content-type': type };
        const body = Buffer.from(await posted.arrayBuffer());
        const began = performance.now();
        const answer = await ask(local + path, { agent, method: 'POST', headers }, body);
        if (answer.status !== 303) throw new Error(`${path} answered ${String(answer.status)} to a probe (${next.kind}), not 303`);
        answers.push({ kind: next.kind, millis: performance.now() - began, answer: masked(answer) });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, keepPosting));
    return answers;
  };
}

function cookie(post: Post | undefined): string {
  return `cecs.sid=${post?.token ?? ''}`;
}

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

// Not by fetch, which names a host of its own.
function ask(url: string, options: RequestOptions, body?: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** All of the answer but what is new in every answer to anybody: the time, the nonce and the reference. */
function masked({ status, headers, text }: Answer): string {
  const named = Object.entries({ ...headers, date: '' }).map(([name, value]) => `${name}: ${String(value)}`);
  return [status, ...named, text].join('\n').replace(/nonce[-="]+[\w+/]+=*/g, 'nonce').replace(/\b[0-9A-F]{8}\b/g, 'reference');
}

/** What the commands decided, so that probes which all failed alike are not taken for equal answers. */
async function expectOutcomes(outcomes: Readonly<Record<string, number>>): Promise<void> {
  const rows = await database().execute<{ outcome: string; many: number }>(sql`
    select r.outcome, count(*)::int as many from registration r join account a on a.id = r.account_id
    where a.username like 'CTPROBE%' group by 1`);
  const found = Object.fromEntries(rows.map(({ outcome, many }) => [outcome, many]));
  if (!isDeepStrictEqual(found, outcomes)) throw new Error(`The probes had other outcomes: ${JSON.stringify(found)}`);
}

function summed(form: string, answers: readonly Answered[]): Probing {
  const millisOf = (test: (kind: string) => boolean): number[] => answers.filter(({ kind }) => test(kind)).map(({ millis }) => millis);
  const kinds = [...new Set(answers.map(({ kind }) => kind))].map((kind) => {
    const own = millisOf((one) => one === kind);
    const auc = rounded(areaUnderCurve(own, millisOf((one) => one !== kind)), 3);
    return [kind, { ...spreadOf(own), probes: own.length, auc }] as const;
  });
  return { form, kinds: Object.fromEntries(kinds), alike: new Set(answers.map(({ answer }) => answer)).size === 1 };
}
