import { connect } from 'node:net';
import { NotDoneYet } from '@/lib/mail/model';

export type ScanVerdict = 'clean' | 'infected';

const chunkBytes = 64 * 1024;
const patienceMillis = 30_000;
const longestAnswer = 4096;

/** Has ClamAV's daemon look at a file: INSTREAM, the file in chunks with their lengths before them, and one line as the answer. */
export async function scan(content: Uint8Array, address: string): Promise<ScanVerdict> {
  const answer = await answerOf(content, address);
  if (answer === 'stream: OK') return 'clean';
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
  throw new NotDoneYet('scanner_cannot_say');
}

async function answerOf(content: Uint8Array, address: string): Promise<string> {
  const at = address.lastIndexOf(':');
  const socket = connect({ host: address.slice(0, at), port: Number(address.slice(at + 1)) });
  return new Promise((resolve, reject) => {
    let answer = '';
    const giveUp = (): void => {
      socket.destroy();
      reject(new NotDoneYet('scanner_unreachable'));
    };
    socket.setTimeout(patienceMillis, giveUp);
    socket.on('error', giveUp);
    socket.on('data', (some: Buffer) => {
      answer += some.toString('latin1');
      if (answer.length > longestAnswer) giveUp();
    });
    socket.on('close', () => resolve(answer.replace(/[\0\n]+$/, '')));
    socket.on('connect', () => {
      for (const part of streamOf(content)) socket.write(part);
    });
  });
}

function* streamOf(content: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let from = 0; from < content.byteLength; from += chunkBytes) {
    const chunk = content.subarray(from, from + chunkBytes);
    yield lengthOf(chunk.byteLength);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
