import {
  closeSync, fdatasyncSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** One thing remembered: kind, id, the whole new value. */
export type Entry = readonly [kind: string, id: string, value: unknown];

export type Journal = {
  /** Everything written before, oldest first; each element was one change. */
  readonly past: readonly (readonly Entry[])[];
  /** Writes one change as one line and returns only when the disk has it. */
  append(entries: readonly Entry[]): void;
  close(): void;
};

/** Opens the append-only journal of a folder. A line torn by a crash was never answered for and is cut off. */
export function openJournal(folder: string): Journal {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'journal.jsonl');
  const file = openSync(path, 'a+', 0o600);
  const written = readFileSync(file);
  let size = written.lastIndexOf('\n') + 1;
  if (size < written.length) ftruncateSync(file, size);
  syncFolder(folder);
  return {
    past: linesOf(written.subarray(0, size), path),
    append(entries) {
      const line = Buffer.from(`${JSON.stringify(entries)}\n`);
      try {
        for (let at = 0; at < line.length; ) at += writeSync(file, line, at);
        fdatasyncSync(file);
      } catch (thrown) {
        // Half a line (a full disk) must not be what the next line is glued to.
        ftruncateSync(file, size);
        throw thrown;
      }
      size += line.length;
    },
    close: () => closeSync(file),
  };
}

function linesOf(written: Buffer, path: string): (readonly Entry[])[] {
  const lines = written.toString('utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as Entry[];
    } catch {
      throw new Error(`The payment journal ${path} is damaged at line ${index + 1}`);
    }
  });
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
