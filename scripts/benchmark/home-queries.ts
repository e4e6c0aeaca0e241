import type { Draft } from './applications';
import type { Ground } from './ground';
import { countQueries, groupsOf, type Group, type QueryCount } from './page-queries';
import { startOurs } from './servers';
import { tapDatabase } from './wire-tap';

const untilWarm = 30;

/** What the signed-in home page says to the database in one request, once its pool is open and the rules are loaded. */
export async function homeQueriesOf(ground: Ground, draft: Draft): Promise<{ groups: Group[]; count: QueryCount }> {
  const tap = await tapDatabase(ground.databaseUrl);
  ground.stops.push(tap.stop);
  const server = await startOurs(ground, tap.url);
  for (let time = 0; time < untilWarm; time += 1) await readHome(server.origin, draft);
  tap.take();
  await readHome(server.origin, draft);
  const heard = tap.take();
  await server.stop();
  return { groups: groupsOf(heard), count: countQueries(heard) };
}

async function readHome(origin: string, { ein, educator }: Draft): Promise<void> {
  const response = await fetch(`${origin}/home`, { headers: { cookie: `cecs.sid=${educator.token}` }, redirect: 'manual' });
  const page = await response.text();
  if (response.status !== 200 || !page.includes(ein)) throw new Error(`The home page answered ${response.status}`);
}
