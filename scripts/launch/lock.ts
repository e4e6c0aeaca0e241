import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { PlainError } from '@/dev/postgres/plain-error';

const holder = z.object({ token: z.string(), door: z.number(), pid: z.number(), appUrl: z.string() });

type Holder = z.infer<typeof holder>;

/**
 * One launcher per CECS_HOME. The holder answers with its token on a port of its own, so a note left by a killed one
 * never passes for a running one, even when its pid was given to another program.
 */
export async function takeLock(home: string, appUrl: string): Promise<{ release(): void }> {
  const path = join(home, 'running.json');
  const other = await findRunning(home);
  if (other) throw alreadyRunning(other, home);
  rmSync(path, { force: true });

  const token = randomUUID();
  const door = createServer((socket) => socket.on('error', () => {}).end(token)).listen(0, '127.0.0.1');
  await once(door, 'listening');
  door.unref();
  const address = door.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    writeFileSync(path, JSON.stringify({ token, door: port, pid: process.pid, appUrl }), { flag: 'wx' });
  } catch {
    throw new PlainError(`Another CECS is starting on ${home} at this moment.`);
  }
  return {
    release() {
      door.close();
      rmSync(path, { force: true });
    },
  };
}

/** The launcher that is running on this CECS_HOME, if one is. */
export async function findRunning(home: string): Promise<Holder | undefined> {
  const path = join(home, 'running.json');
  if (!existsSync(path)) return undefined;
  const noted = holder.safeParse(parsed(readFileSync(path, 'utf8')));
  if (!noted.success) return undefined;
  return (await answerAt(noted.data.door)) === noted.data.token ? noted.data : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function answerAt(port: number): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', timeout: 2_000 });
  socket.on('timeout', () => socket.destroy());
  let answer = '';
  try {
    for await (const chunk of socket) answer += String(chunk);
  } catch {
    return '';
  }
  return answer;
}

function alreadyRunning({ appUrl, pid }: Holder, home: string): PlainError {
  return new PlainError(
    `CECS is already running at ${appUrl} (process ${pid}, data in ${home}).\n` +
      'Stop it there with Ctrl-C first, or start a second one with a CECS_HOME and a PORT of its own.',
  );
}
