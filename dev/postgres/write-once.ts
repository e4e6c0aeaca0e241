import { linkSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';

/** What the file holds, made now if there is none, mode 0600. Two processes at once agree on whichever came first. */
export function writeOnce(path: string, make: () => string): string {
  if (!existsSync(path)) {
    const draft = `${path}-${process.pid}`;
    writeFileSync(draft, make(), { mode: 0o600 });
    try {
      linkSync(draft, path);
    } catch {
      // The other process linked its own first; that one counts.
    }
    rmSync(draft);
  }
  return readFileSync(path, 'utf8');
}
