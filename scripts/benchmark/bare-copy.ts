import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from '@/db/client';
import { recordKeys } from '@/lib/identity/match-keys';
import { sealRecord } from '@/lib/identity/sealed-record';
import { indexKey } from '@/lib/shared/keyed-hash';
import { secret } from '@/lib/shared/secret';
import type { MadeEducator } from './made-educators';

type Client = ReturnType<typeof connect>['db']['$client'];
type Cell = string | Uint8Array | null | undefined;

const chunk = 10_000;
const textAtOnce = 65_536;
const place = { ssn: 'person_secret.ssn', birthDate: 'person_secret.birth_date' };

export type BareCost = { readonly cryptoMillis: number; readonly copyMillis: number; readonly cpuMillis: number };

/**
 * What cannot be saved: sealing, hashing, and COPY as the owner of the tables, with their indexes and checks. Making people and
 * writing out what is hashed is not counted; nothing is judged, looked up or noted.
 */
export async function bareCopy(databaseUrl: string, people: Generator<MadeEducator>): Promise<BareCost> {
  const { db, end } = connect(databaseUrl, 1);
  const at = new Date().toISOString();
  let [cryptoMillis, copyMillis, cpuMillis] = [0, 0, 0];
  try {
    for (let some = take(people); some.length > 0; some = take(people)) {
      const facts = some.map(factsOf);
      const cpuBefore = process.cpuUsage();
      const startedAt = performance.now();
      const sealed = facts.map(sealOne);
      const sealedAt = performance.now();
      await copyAll(db.$client, sealed, at);
      cryptoMillis += sealedAt - startedAt;
      copyMillis += performance.now() - sealedAt;
      const { user, system } = process.cpuUsage(cpuBefore);
      cpuMillis += (user + system) / 1000;
    }
    return { cryptoMillis, copyMillis, cpuMillis };
  } finally {
    await end();
  }
}

function take(people: Generator<MadeEducator>): MadeEducator[] {
  const taken: MadeEducator[] = [];
  for (let next = people.next(); !next.done; next = people.next()) {
    taken.push(next.value);
    if (taken.length === chunk) break;
  }
  return taken;
}

function factsOf(one: MadeEducator) {
  const known = { ssn: secret(one.ssn), birthDate: secret(one.birthDate) };
  const lastNames = [one.lastName, ...(one.previousLastName ? [one.previousLastName] : [])];
  const facts = recordKeys({ ...known, firstName: one.firstName, lastNames }, (_kind, fact) => fact);
  return { one, id: randomUUID(), known, facts };
}

type Sealed = ReturnType<typeof sealOne>;

function sealOne({ one, id, known, facts }: ReturnType<typeof factsOf>) {
  return { one, id, ...sealRecord(known, place, id), keys: facts.map(({ kind, key }) => ({ kind, key: indexKey(kind, key) })) };
}

async function copyAll(client: Client, people: readonly Sealed[], at: string): Promise<void> {
  const copy = (table: string, columns: string, rows: readonly (readonly Cell[])[]) => copyRows(client, `${table} (${columns})`, rows);
  const names = ({ one }: Sealed) => [one.ein, one.firstName, one.middleName, one.lastName];
  await copy('person', 'id, ein, first_name, middle_name, last_name, source, created_at', people.map((p) => [p.id, ...names(p), 'imported', at]));
  await copy(
    'person_contact',
    'person_id, email, email_key, phone, address_line1, city, state, postal_code, updated_at',
    people.map(({ id, one }) => [id, one.emailOnFile, one.emailOnFile, one.phone, one.street, one.town.slice(0, -6), 'CT', one.town.slice(-5), at]),
  );
  await copy(
    'person_secret',
    'person_id, ssn_ciphertext, birth_date_ciphertext, ssn_key',
    people.map((p) => [p.id, p.ssnCiphertext, p.birthDateCiphertext, p.one.sharesSsn ? null : p.keys.find(({ kind }) => kind === 'ssn')?.key]),
  );
  const renamed = people.filter(({ one }) => one.previousLastName && one.previousLastName !== one.lastName);
  await copy('previous_name', 'person_id, last_name', renamed.map(({ id, one }) => [id, one.previousLastName]));
  await copy('match_key', 'kind, key, person_id', people.flatMap(({ id, keys }) => keys.map(({ kind, key }) => [kind, key, id])));
  const held = people.flatMap(({ id, one }) => one.certificates.map((certificate, number) => ({ ...certificate, id: randomUUID(), personId: id, number: `${one.ein}-${number}` })));
  await copy(
    'certificate',
    'id, number, person_id, type_key, issued_on, effective_on, expires_on, printed_expires_on, source, created_at',
    held.map((c) => [c.id, c.number, c.personId, c.typeKey, c.issuedOn, c.effectiveOn, c.expiresOn, c.expiresOn, 'imported', at]),
  );
  await copy('certificate_endorsement', 'certificate_id, code', held.flatMap(({ id, endorsements }) => endorsements.map((code) => [id, code])));
}

async function copyRows(client: Client, into: string, rows: readonly (readonly Cell[])[]): Promise<void> {
  if (rows.length === 0) return;
  const stream = await client.unsafe(`copy ${into} from stdin`).writable();
  let text = '';
  for (const row of rows) {
    text += `${row.map(written).join('\t')}\n`;
    if (text.length < textAtOnce) continue;
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
  }
  stream.end(text);
  await once(stream, 'finish');
}

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '\\N';
  return typeof cell === 'string' ? cell : `\\\\x${Buffer.from(cell).toString('hex')}`;
}
