import { readFileSync } from 'node:fs';
Object.assign(process.env, JSON.parse(readFileSync('/tmp/perf/env.json', 'utf8')));
const { liveSession } = await import('@/lib/accounts/live-session');
const { findHome } = await import('@/lib/payments/home-queries');
const postgres = (await import('postgres')).default;
const { hashToken } = await import('@/lib/shared/keyed-hash');
const token = readFileSync('/tmp/perf/cookie', 'utf8').split('=')[1]!;
const s = (await liveSession(token, new Date()))!;
const ctx: any = { actor: { kind: 'educator', accountId: s.accountId, sessionId: s.sessionId }, now: new Date(), requestId: 'x' };
const pg = postgres(process.env.DATABASE_URL!, { max: 10, onnotice: () => {} });
const homeSql = (readFileSync('lib/payments/home-queries.ts', 'utf8').match(/return sql`([\s\S]*?)`;\n}/)![1]!).replaceAll('${accountId}', '$1::uuid');
const set = `select set_config('role', $1, true), set_config('app.account_id', $2, true), set_config('statement_timeout', $3, true)`;
const liveSql = `select * from live_session($1::bytea,$2::timestamptz,$3::timestamptz,$4::timestamptz)`;
const h = hashToken(token);
const d = () => { const n = Date.now(); return [h, new Date(n).toISOString(), new Date(n - 18e5).toISOString(), new Date(n - 6e4).toISOString()] as any[]; };
const begun = async () => {
  await pg.begin(async (tx) => { await tx.unsafe(set, ['cecs_public', '', '2500'], { prepare: true }); await tx.unsafe(liveSql, d(), { prepare: true }); });
  await pg.begin('read only', async (tx) => { await tx.unsafe(set, ['cecs_public', s.accountId, '2500'], { prepare: true }); await tx.unsafe(homeSql, [s.accountId], { prepare: true }); });
};
const piped = async () => {
  const one = async (begin: string, acc: string, q: string, params: any[]) => {
    const r = await pg.reserve();
    try { const [, , x] = await Promise.all([r.unsafe(begin), r.unsafe(set, ['cecs_public', acc, '2500'], { prepare: true }), r.unsafe(q, params, { prepare: true }), r.unsafe('commit')]); return x; } finally { r.release(); }
  };
  await one('begin', '', liveSql, d());
  await one('begin read only', s.accountId, homeSql, [s.accountId]);
};

const { drizzle } = await import('drizzle-orm/postgres-js');
const { sql } = await import('drizzle-orm');
const ddb = drizzle(pg);
const drz = async () => {
  await ddb.transaction(async (tx) => { await tx.execute(sql`select set_config('role', ${'cecs_public'}, true), set_config('app.account_id', ${''}, true), set_config('statement_timeout', ${'2500'}, true)`); await tx.execute(sql`select * from live_session(${d()[0]}, now(), now() - interval '30 min', now() - interval '1 min')`); });
  await ddb.transaction(async (tx) => { await tx.execute(sql`select set_config('role', ${'cecs_public'}, true), set_config('app.account_id', ${s.accountId}, true), set_config('statement_timeout', ${'2500'}, true)`); await tx.execute(sql`select 1`); }, { accessMode: 'read only' });
};
const onlyTwo = async () => { await pg.unsafe(liveSql, d(), { prepare: true }); await pg.unsafe(homeSql, [s.accountId], { prepare: true }); };
const ours = async () => { await liveSession(token, new Date()); await findHome(ctx); };

import { AsyncLocalStorage } from 'node:async_hooks';
const stores = Array.from({ length: 6 }, () => new AsyncLocalStorage());
const within = (f: () => Promise<unknown>) => stores.reduce<() => any>((g, st) => () => st.run({}, g), f)();
async function run(name: string, f: () => Promise<unknown>, n = 1500) {
  let left = n; const c0 = process.cpuUsage(); const t0 = Date.now();
  await Promise.all(Array.from({ length: 16 }, async () => { while (left-- > 0) await within(f); }));
  const c = process.cpuUsage(c0);
  return { name, cpu: (c.user + c.system) / 1000 / n, rps: n / ((Date.now() - t0) / 1000) };
}
const all: any = { ours, begun, piped, drz };
for (const k in all) await run(k, all[k], 300);
const best: any = {};
for (let i = 0; i < 6; i++) for (const k in all) { const r = await run(k, all[k]); best[k] = !best[k] || r.cpu < best[k].cpu ? r : best[k]; }
for (const k in best) console.log(k, best[k].cpu.toFixed(3), 'ms cpu', best[k].rps.toFixed(0), '/s');
process.exit(0);
