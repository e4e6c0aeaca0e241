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

/** Runs the captured queries as postgres.js runs its own, prepared once per connection, and returns every row. */
export async function replay(): Promise<readonly object[]> {
  held ??= connect();
  const { sql, groups } = held;
  const rows: object[] = [];
  for (const { begin, statements } of groups) {
    const run = async (on: postgres.ISql): Promise<void> => {
      for (const { text, parameters } of statements) rows.push(...(await on.unsafe(text, parameters, { prepare: true })));
    };
    if (begin === null) await run(sql);
    else await sql.begin(begin, run);
  }
  return rows;
}
