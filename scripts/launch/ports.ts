import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort, isPortFree } from '@/dev/postgres/free-port';
import { PlainError } from '@/dev/postgres/plain-error';

const embeddedPorts = z.object({ pages: z.number(), mail: z.number(), payments: z.number() });

export type EmbeddedPorts = z.infer<typeof embeddedPorts>;

/** Ports of the embedded parts, remembered so that links in old mail and open payment pages survive a restart. */
export async function rememberedPorts(home: string): Promise<EmbeddedPorts> {
  return readPorts(home) ?? choosePorts(home);
}

/** The remembered ports where nobody else took them meanwhile, and new ones for the rest. Only when nothing of ours runs. */
export async function choosePorts(home: string): Promise<EmbeddedPorts> {
  const before = readPorts(home);
  const ports = {
    pages: await freePort(before?.pages),
    mail: await freePort(before?.mail),
    payments: await freePort(before?.payments),
  };
  writeFileSync(join(home, 'ports.json'), JSON.stringify(ports));
  return ports;
}

function readPorts(home: string): EmbeddedPorts | undefined {
  const path = join(home, 'ports.json');
  return existsSync(path) ? embeddedPorts.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

export async function requireWebPort(port: number): Promise<void> {
  if ((await isPortFree(port, '127.0.0.1')) && (await isPortFree(port, ''))) return;
  throw new PlainError(
    `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
  );
}
