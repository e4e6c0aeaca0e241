import { createServer } from 'node:net';
import { spawnLauncher } from '../launch/spawn-launcher.mjs';

/** Brings up all of CECS for the browser tests, on an address and a folder of its own. */
export async function startSystem(env) {
  const launcher = spawnLauncher(env);
  const gone = new Promise((exited) => launcher.once('exit', exited));
  const stop = async () => {
    launcher.kill('SIGTERM');
    await gone;
  };
  const ready = await Promise.race([gone.then(() => false), untilReady(env.APP_URL, gone)]);
  return { ready, stop };
}

async function untilReady(origin, gone) {
  let waiting = true;
  void gone.then(() => (waiting = false));
  while (waiting) {
    const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((again) => setTimeout(again, 100));
  }
  return false;
}

export function freePort() {
  return new Promise((found, refused) => {
    const server = createServer();
    server.on('error', refused);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
