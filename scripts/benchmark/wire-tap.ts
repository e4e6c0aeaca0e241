import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Heard } from './page-queries';
import { wireReader } from './wire-messages';

export type WireTap = {
  /** The same database, through the tap. */
  readonly url: string;
  /** What was said since the last time. */
  take(): Heard[];
  stop(): void;
};

/** Stands between a client and PostgreSQL on loopback and writes down what the client says. */
export async function tapDatabase(databaseUrl: string): Promise<WireTap> {
  const real = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let heard: Heard[] = [];
  let connections = 0;
  const server = createServer((client) => {
    const connection = (connections += 1);
    const reader = wireReader();
    const upstream = connect(Number(real.port), real.hostname);
    let answered = true;
    client.on('data', (bytes) => {
      if (answered) heard.push({ connection, said: 'exchange' });
      answered = false;
      heard.push(...reader.push(Buffer.from(bytes)).map((said) => ({ connection, said })));
    });
    upstream.on('data', () => (answered = true));
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true).on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' && address !== null ? address.port : 0);
  return {
    url: url.href,
    take() {
      const taken = heard;
      heard = [];
      return taken;
    },
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
