// Started by postgres.test.ts as a process of its own, so that it can be killed: starts the server and holds it.
import { once } from 'node:events';
import { startPostgres } from '@/dev/postgres/start';

const [folder = ''] = process.argv.slice(2);
const { stop, ...running } = await startPostgres({ folder });
process.stdout.write(`${JSON.stringify({ ...running, uid: process.getuid?.() })}\n`);
await once(process.stdin.resume(), 'end');
await stop();
