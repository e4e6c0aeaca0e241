import { spreadOf, rounded, turnOrder, type Spread } from './figures';
import type { Plan } from './flags';
import type { Generator } from './load';
import { cpuMillis } from './process-cost';
import type { Target } from './targets';

export const connections = 16;

export type Speed = {
  readonly target: Target;
  readonly perSecond: number;
  /** Requests per second of each round: how noisy the machine was. */
  readonly rounds: readonly number[];
  readonly latency: Spread;
  readonly cpuPerRequest: number | undefined;
};

type Turn = { readonly requests: number; readonly millis: number; readonly latencies: readonly number[]; readonly cpu: number | undefined };

/** Everybody in turn, round after round, so that a noisy minute hits all alike. */
export async function measureSpeed(targets: readonly Target[], generator: Generator, plan: Plan): Promise<Speed[]> {
  for (const target of targets) await warmUp(target, targets, generator, plan);
  const turns = new Map<Target, Turn[]>(targets.map((target) => [target, []]));
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const target of turnOrder(targets, round)) turns.get(target)?.push(await takeTurn(target, generator, plan.turnMillis));
  }
  return targets.map((target) => summed(target, turns.get(target) ?? []));
}

// So many requests to each process, shared by its pages: ours serves five, and would otherwise be the warmest.
async function warmUp({ ask, server }: Target, targets: readonly Target[], generator: Generator, { warmUp: { requests, millis } }: Plan): Promise<void> {
  const pages = targets.filter((one) => one.server === server).length;
  await generator.run({ asks: [ask], connections, millis: millis / pages, most: Math.ceil(requests / pages) });
}

async function takeTurn({ ask, server }: Target, generator: Generator, millis: number): Promise<Turn> {
  const before = cpuMillis(server.pid);
  const done = await generator.run({ asks: [ask], connections, millis });
  const after = cpuMillis(server.pid);
  const [failure] = done.failures;
  if (failure) throw new Error(`${failure} (${done.failures.length} of ${done.latencies.length + done.failures.length})`);
  const cpu = before === undefined || after === undefined ? undefined : after - before;
  return { requests: done.latencies.length, millis: done.millis, latencies: done.latencies, cpu };
}

function summed(target: Target, turns: readonly Turn[]): Speed {
  const requests = sum(turns.map((turn) => turn.requests));
  const cpus = turns.flatMap(({ cpu }) => (cpu === undefined ? [] : [cpu]));
  return {
    target,
    perSecond: rounded((1000 * requests) / sum(turns.map(({ millis }) => millis)), 1),
    rounds: turns.map((turn) => rounded((1000 * turn.requests) / turn.millis, 1)),
    latency: spreadOf(turns.flatMap(({ latencies }) => latencies)),
    cpuPerRequest: cpus.length === turns.length ? rounded(sum(cpus) / requests, 2) : undefined,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
