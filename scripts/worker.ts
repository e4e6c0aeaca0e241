import { listeningClient } from '@/db/client';
import { drain } from '@/lib/mail/drain';
import { log } from '@/lib/shared/log';
import { jobRunners, regularWork } from './worker/jobs';

/*
 * The worker: its own process, any number of them. Wakes when something is staged, looks anyway every few seconds, and
 * stops between jobs when asked to.
 */
const lookEveryMillis = 2_000;
const clock = () => new Date();
let isStopping = false;
let wake = () => {};

const listener = listeningClient();
await listener.listen('cecs_job', () => wake());
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    isStopping = true;
    wake();
  });
}
log.info('worker ready');

const regular = regularWork(clock);
while (!isStopping) {
  const busy = await lookOnce();
  if (!busy) await nudged();
}
await listener.end();
process.exit(0);

async function lookOnce(): Promise<boolean> {
  try {
    await regular();
    const drained = await drain(jobRunners, clock);
    for (const failed of drained.failed) log.warn(failed, 'job not done');
    return drained.done > 0;
  } catch (thrown) {
    log.error({ err: thrown }, 'worker could not look');
    return false;
  }
}

function nudged(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, lookEveryMillis);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
