import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { PlainError } from '@/dev/postgres/plain-error';
import { RegisterInMemory, type EvaluatedClaim, type RegisterRecord } from '@/lib/identity/register-in-memory';
import type { Match } from '@/lib/identity/matching';
import { emailKey } from '@/lib/shared/email-address';
import { day, type Day } from '@/lib/shared/days';
import { secret } from '@/lib/shared/secret';

/*
 * `npm run match:evaluate -- --registry A.csv --claims B.csv --out C.csv`: the matcher of Register on files. The last line on
 * standard output is the summary; docs/matching.md tells the columns.
 */
type Cells = Readonly<Record<string, string | undefined>>;

try {
  await evaluate(askedFor());
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
}

type Asked = { readonly registry: string; readonly claims: string; readonly out: string };

function askedFor(): Asked {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ options: { registry: option, claims: option, out: option }, strict: true });
  const { registry, claims, out } = values;
  if (!registry || !claims || !out) {
    throw new PlainError('Say which files: npm run match:evaluate -- --registry A.csv --claims B.csv --out C.csv');
  }
  const from = process.env.INIT_CWD ?? '.';
  return { registry: resolve(from, registry), claims: resolve(from, claims), out: resolve(from, out) };
}

async function evaluate({ registry, claims, out }: Asked): Promise<void> {
  const startedAt = performance.now();
  const register = new RegisterInMemory();
  for (const record of await recordsOf(registry)) register.add(record);
  const counts = { link: 0, review: 0, new: 0 };
  const output = createWriteStream(out);
  output.write('claim_id,outcome,ein,strength,reason\n');
  for await (const cells of rowsOf(claims, ['claim_id', 'ssn', 'first_name', 'last_name', 'date_of_birth', 'email'])) {
    const match = register.match(claimOf(cells));
    counts[match.outcome] += 1;
    if (!output.write(stringify([[cells.claim_id, ...answer(match)]]))) await once(output, 'drain');
  }
  output.end();
  await once(output, 'finish');
  const total = counts.link + counts.review + counts.new;
  const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(3));
  process.stdout.write(`${JSON.stringify({ claims: total, ...counts, seconds })}\n`);
}

function answer(match: Match): string[] {
  if (match.outcome === 'link') {
    const { ssn, birthDate, firstName, lastName } = match.evidence;
    return ['link', match.personId, match.strength, `ssn ${ssn}; birth date ${birthDate}; first name ${firstName}; last name ${lastName}`];
  }
  return match.outcome === 'review' ? ['review', '', '', match.reasons.join(' ')] : ['new', '', '', 'nobody_plausible'];
}

/** One record for each EIN, of all its rows: every last name any of them holds. */
async function recordsOf(path: string): Promise<Iterable<RegisterRecord>> {
  const records = new Map<string, RegisterRecord>();
  for await (const cells of rowsOf(path, ['ein', 'ssn', 'last_name', 'first_name', 'date_of_birth'])) {
    const ein = cell(cells, 'ein');
    const lastNames = [cell(cells, 'last_name'), ...cell(cells, 'previous_last_names').split(/[|;]/).map((name) => name.trim())];
    const before = records.get(ein);
    const names = [...new Set([...(before?.lastNames ?? []), ...lastNames.filter((name) => name !== '')])];
    records.set(ein, before ? { ...before, lastNames: names } : { ...recordOf(cells), ein, lastNames: names });
  }
  return records.values();
}

function recordOf(cells: Cells): Omit<RegisterRecord, 'ein' | 'lastNames'> {
  const { ssn, ...rest } = personOf(cells, day('0001-01-01'));
  return { ...rest, ssn: ssn.reveal() === '' ? undefined : ssn, middleName: cell(cells, 'middle_name') };
}

function claimOf(cells: Cells): EvaluatedClaim {
  return { ...personOf(cells, day('9999-12-31')), lastName: cell(cells, 'last_name') };
}

// Where the day cannot be read, records and claims get days that do not agree.
function personOf(cells: Cells, unreadable: Day) {
  const email = cell(cells, 'email');
  return {
    ssn: secret(nineDigits(cell(cells, 'ssn'))),
    birthDate: secret(dayOf(cell(cells, 'date_of_birth')) ?? unreadable),
    firstName: cell(cells, 'first_name'),
    email: email === '' ? '' : emailKey(email),
  };
}

// A file is not a form: what is no SSN or no day agrees with nothing, and the rest of the row still counts.
function nineDigits(typed: string): string {
  const digits = typed.replace(/[\s-]/g, '');
  return /^\d{9}$/.test(digits) ? digits : '';
}

function dayOf(typed: string): Day | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? (typed as Day) : undefined;
}

function cell(cells: Cells, name: string): string {
  return cells[name]?.trim() ?? '';
}

async function* rowsOf(path: string, needed: readonly string[]): AsyncGenerator<Cells> {
  const columns = (heading: string[]): string[] => {
    const names = heading.map((name) => name.trim().toLowerCase());
    const missing = needed.filter((name) => !names.includes(name));
    if (missing.length > 0) throw new PlainError(`${path} has no column ${missing.join(', ')}.`);
    return names;
  };
  const parser = createReadStream(path).pipe(parse({ bom: true, columns, relax_column_count: true, skip_empty_lines: true }));
  for await (const one of parser) yield one as Cells;
}
