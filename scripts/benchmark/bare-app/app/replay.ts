import postgres from 'postgres';

type Group = { readonly begin: string | null; readonly statements: readonly { text: string; parameters: (string | null)[] }[] };

/** Parameters were read off the wire, where everything is text already. bool bytea json date timestamp timestamptz jsonb */
const alreadyText = [16, 17, 114, 1082, 1114, 1184, 3802];
const asIs = (value: unknown): string => value as string;

let held: { readonly sql: postgres.Sql; readonly groups: readonly Group[] } | undefined;

function connect() {
  const sql = postgres(process.env.DATABASE_URL ?? '', {
    max: Number(process.env.DATABASE_POOL ?? 10),
    onnotice: () => {},
    types: Object.fromEntries(alreadyText.map((type) => [`text_${type}`, { to: type, from: [type], serialize: asIs, parse: asIs }])),
  });
  return { sql, groups: JSON.parse(process.env.BENCH_QUERIES ?? '[]') as Group[] };
}

/** Runs the captured queries, prepared once per connection and each transaction sent at once, and returns every row. */
export async function replay(): Promise<readonly object[]> {
  held ??= connect();
  const { sql, groups } = held;
  const rows: object[] = [];
  for (const { begin, statements } of groups) {
    const connection = await sql.reserve();
    const sent = statements.map(({ text, parameters }) => () => connection.unsafe(text, parameters, { prepare: true }));
    const around = (text: string) => (begin === null ? [] : [() => connection.unsafe(text)]);
    const all = [...around(`begin ${begin}`), ...sent, ...around('commit')];
    for (const answer of await Promise.all(all.map((send) => send()))) rows.push(...answer);
    connection.release();
  }
  return rows;
}
