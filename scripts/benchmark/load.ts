import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { childEnv } from '@/scripts/launch/run-script';

export type Ask = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** What a right answer is: anything else counts as a failure. */
  readonly status: number;
  readonly holds: string;
};

export type Job = {
  /** Asked in turn. */
  readonly asks: readonly Ask[];
  readonly connections: number;
  readonly millis: number;
  /** Ends earlier, after so many requests. */
  readonly most?: number;
};

export type Done = {
  readonly millis: number;
  readonly latencies: readonly number[];
  readonly failures: readonly string[];
};

export type Generator = { run(job: Job): Promise<Done>; stop(): Promise<void> };

type Reply = { readonly id: number; readonly done: Done };

/** The load generator is a process of its own, so that its work is not counted as ours. It takes no job after `abort`. */
export function startGenerator(abort: AbortSignal): Generator {
  const child = fork(resolve('scripts/benchmark/load-generator.ts'), {
    execArgv: ['--import', 'tsx'],
    env: childEnv({ PATH: process.env.PATH ?? '' }),
    serialization: 'advanced',
  });
  const waiting = new Map<number, { done(value: Done): void; failed(error: Error): void }>();
  let jobs = 0;
  child.on('message', ({ id, done }: Reply) => {
    waiting.get(id)?.done(done);
    waiting.delete(id);
  });
  child.on('exit', () => {
    for (const { failed } of waiting.values()) failed(new Error('The load generator has ended'));
  });
  return {
    async run(job) {
      abort.throwIfAborted();
      const id = (jobs += 1);
      return new Promise((done, failed) => {
        waiting.set(id, { done, failed });
        child.send({ id, job });
      });
    },
    async stop() {
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
