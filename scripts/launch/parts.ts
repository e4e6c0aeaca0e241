import { join } from 'node:path';
import { answersAt, isHealthy } from './answers';
import { keepRunning, type Kept, type PartToKeep } from './keep-running';
import { typescript } from './run-script';
import type { Settings } from './settings';

type Start = {
  readonly settings: Settings;
  readonly say: (line: string) => void;
  /** Each part adds how to stop it as soon as it is started, so that a start that fails half-way stops it too. */
  readonly stops: (() => Promise<void> | void)[];
  readonly abort: AbortSignal;
};

/** The embedded parts first, because the worker and the web call them; then those two together. */
export async function startParts({ settings, say, stops, abort }: Start): Promise<void> {
  const start = (part: Pick<PartToKeep, 'name' | 'args' | 'isReady'>): Kept => {
    abort.throwIfAborted();
    const logs = settings.production ? {} : { logs: join(settings.home, 'logs') };
    const kept = keepRunning({ ...part, ...logs, say, env: partEnv(settings) });
    stops.push(kept.stop);
    return kept;
  };
  const pages = settings.env.DEV_ORIGIN;
  if (pages) {
    const isReady = (): Promise<boolean> => answersAt(`${pages}/dev/mailbox.css`);
    await start({ name: 'embedded parts', args: typescript('dev/embedded.ts'), isReady }).ready();
    say('The embedded parts are running');
  }
  const web = `http://127.0.0.1:${settings.port}`;
  // With embedded parts anyone who reaches the web reads the mailbox and the demo's passwords: this computer only.
  const host = pages ? ['-H', '127.0.0.1'] : [];
  const parts = [
    start({ name: 'worker', args: typescript('scripts/worker.ts'), isReady: async () => true }),
    start({ name: 'web', args: webStart(settings.port, host), isReady: () => isHealthy(web) }),
  ];
  await Promise.all(parts.map((part) => part.ready()));
}

/** Arguments with which node runs a built Next app, ours unless another folder is named. */
export function nextStart(port: number, host: readonly string[], folder = '.'): string[] {
  return ['node_modules/next/dist/bin/next', 'start', folder, '-p', String(port), ...host];
}

// Rendering a page leaves megabytes behind at once; with room for the young they die before they are moved about.
const roomForTheYoung = '--max-semi-space-size=64';

/** How our own web process is run. */
export function webStart(port: number, host: readonly string[]): string[] {
  return [roomForTheYoung, ...nextStart(port, host)];
}

/** WEB_ORIGIN is where the stand-in posts its events: to this computer, whatever name APP_URL gives it. */
export function partEnv({ env, port }: Pick<Settings, 'env' | 'port'>): Record<string, string> {
  return { ...env, WEB_ORIGIN: `http://127.0.0.1:${port}` };
}
