import { Agent, request } from 'node:http';
import type { Ask, Done, Job } from './load';

/*
 * Keeps so many connections busy for so long, each asking again as soon as it was answered, and tells how long every
 * answer took. Speaks with the benchmark over the channel it was forked with, and ends with it.
 */
const patience = 15_000;
const mostFailures = 20;

process.on('message', ({ id, job }: { id: number; job: Job }) => {
  void run(job).then((done) => process.send?.({ id, done }));
});
process.on('disconnect', () => process.exit(0));

async function run({ asks, connections, millis, most = Infinity }: Job): Promise<Done> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const failures: string[] = [];
  const startedAt = performance.now();
  let turn = 0;
  const isOver = (): boolean => turn >= most || performance.now() - startedAt > millis || failures.length >= mostFailures;
  const keepAsking = async (): Promise<void> => {
    while (!isOver()) {
      const ask = asks[(turn += 1) % asks.length];
      if (!ask) return;
      const askedAt = performance.now();
      const failure = await answerTo(ask, agent);
      if (failure) failures.push(failure);
      else latencies.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, keepAsking));
  const took = performance.now() - startedAt;
  agent.destroy();
  return { millis: took, latencies, failures };
}

/** Undefined when the answer is what it should be, otherwise what it was. */
function answerTo({ url, method, headers, body, status, holds }: Ask, agent: Agent): Promise<string | undefined> {
  return new Promise((answered) => {
    const asked = request(url, { method, headers, agent, timeout: patience }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', (error) => answered(error.message));
      response.on('end', () => {
        if (response.statusCode !== status) return answered(`${url} answered ${response.statusCode}, not ${status}`);
        answered(holdsText(parts, response.headers, holds) ? undefined : `${url} answered without "${holds}"`);
      });
    });
    asked.on('timeout', () => asked.destroy(new Error(`${url} did not answer within ${patience / 1000} s`)));
    asked.on('error', (error) => answered(error.message));
    asked.end(body);
  });
}

function holdsText(parts: readonly Buffer[], headers: NodeJS.Dict<string | string[]>, text: string): boolean {
  return Buffer.concat(parts).includes(text) || headers.location === text;
}
