import { spreadOf, rounded, type Spread } from './figures';
import type { Plan } from './flags';
import type { Ask, Done, Generator } from './load';
import { hiddenFields } from './login-form';
import { openAccount, password } from './people';
import { cpuMillis } from './process-cost';
import type { Target } from './targets';

const accounts = 8;
const readers = 8;
const loggingIn = 2;

export type LoginCost = {
  readonly homeAlone: Spread & { readonly perSecond: number };
  readonly homeMeanwhile: Spread & { readonly perSecond: number };
  readonly login: Spread & { readonly perSecond: number };
  readonly loginAlone: Spread & { readonly perSecond: number };
  readonly cpuPerLogin: number | undefined;
};

/** Home under light load, alone and while people log in; and what logging in costs by itself. */
export async function measureLogin(home: Target, origin: string, { generator, plan }: { generator: Generator; plan: Plan }): Promise<LoginCost> {
  const logins = await loginAsks(home.server.origin, origin);
  const millis = plan.turnMillis * 3;
  const homeJob = { asks: [home.ask], connections: readers, millis };
  const loginJob = { asks: logins, connections: loggingIn, millis };
  await generator.run({ ...loginJob, millis: plan.turnMillis });
  const turns: { alone: Done; meanwhile: Done; login: Done }[] = [];
  for (let round = 0; round < Math.ceil(plan.rounds / 4); round += 1) {
    const alone = await generator.run(homeJob);
    const [meanwhile, login] = await Promise.all([generator.run(homeJob), generator.run(loginJob)]);
    turns.push({ alone, meanwhile, login });
  }
  const before = cpuMillis(home.server.pid);
  const loginAlone = await generator.run({ ...loginJob, millis: 2 * millis });
  const after = cpuMillis(home.server.pid);
  const cpu = before === undefined || after === undefined ? undefined : rounded((after - before) / loginAlone.latencies.length, 1);
  return {
    homeAlone: summed(turns.map(({ alone }) => alone)),
    homeMeanwhile: summed(turns.map(({ meanwhile }) => meanwhile)),
    login: summed(turns.map(({ login }) => login)),
    loginAlone: summed([loginAlone]),
    cpuPerLogin: cpu,
  };
}

function summed(turns: readonly Done[]): Spread & { perSecond: number } {
  const failure = turns.flatMap(({ failures }) => failures)[0];
  if (failure) throw new Error(failure);
  const latencies = turns.flatMap((turn) => turn.latencies);
  const millis = turns.reduce((sum, turn) => sum + turn.millis, 0);
  return { ...spreadOf(latencies), perSecond: rounded((1000 * latencies.length) / millis, 1) };
}

/** The login form posted as a browser without scripts posts it, by several people, so that nobody waits for themselves. */
async function loginAsks(local: string, origin: string): Promise<Ask[]> {
  const hidden = hiddenFields(await (await fetch(`${local}/login`)).text());
  const asks: Ask[] = [];
  for (let number = 1; number <= accounts; number += 1) {
    const name = { firstName: 'Login', lastName: `Number${number}`, email: `login${number}@example.org` };
    const username = await openAccount(name);
    const form = new FormData();
    for (const [field, value] of [...hidden, ['username', username], ['password', password]] as const) form.set(field, value);
    const posted = new Request(local, { method: 'POST', body: form });
    // Next compares the two: a form from elsewhere is refused.
    const headers = { origin, 'host': new URL(origin).host, 'content-type': posted.headers.get('content-type') ?? '' };
    const body = Buffer.from(await posted.arrayBuffer());
    asks.push({ url: `${local}/login`, method: 'POST', headers, body, status: 303, holds: '' });
  }
  return asks;
}
