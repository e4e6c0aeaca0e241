import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import { PlainError } from './plain-error';
import { canReach, type ServerUser } from './run-as';
import { writeOnce } from './write-once';

/** Where one cluster keeps its things: `folder` is ours, `place` is what the server's user can enter, mostly the same. */
export type Place = { readonly folder: string; readonly place: string; readonly server: string; readonly data: string };

// Outside any home, for a project under /root; unlike /var/tmp it is swept by nobody and writable by root alone.
const systemPlace = '/var/lib/cecs';

/** The data folder of a cluster that was made earlier, or where one would be made. */
export function dataFolderOf(folder: string): string {
  return placeAt(folder, movedTo(folder) ?? folder).data;
}

/** Makes the folders the server needs, owned by the user it runs as. */
export async function preparePlace(given: string, user: ServerUser): Promise<Place> {
  const folder = resolve(given);
  makeFolder(folder, user ? 0o711 : 0o700);
  const found = placeAt(folder, movedTo(folder) ?? folder);
  const reachable = await canReach(user, found.place);
  if (!reachable && fs.existsSync(found.data)) {
    throw new PlainError(`The database in ${found.data} is in a folder that user ${user?.name} cannot enter.`);
  }
  const at = reachable ? found : placeAt(folder, moveOut(folder));
  makeFolder(at.server, 0o700, user);
  return at;
}

function placeAt(folder: string, place: string): Place {
  const server = join(place, 'server');
  return { folder, place, server, data: join(server, 'data') };
}

function movedTo(folder: string): string | undefined {
  const note = join(folder, 'moved-to');
  return fs.existsSync(note) ? fs.readFileSync(note, 'utf8').trim() : undefined;
}

function moveOut(folder: string): string {
  fs.mkdirSync(systemPlace, { recursive: true, mode: 0o755 });
  const place = fs.mkdtempSync(join(systemPlace, 'postgres-'));
  fs.chmodSync(place, 0o711);
  fs.writeFileSync(join(folder, 'moved-to'), `${place}\n`);
  return place;
}

function makeFolder(folder: string, mode: number, user?: ServerUser): void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode });
    fs.chmodSync(folder, mode);
    if (user) fs.chownSync(folder, user.uid, user.gid);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(`The folder ${folder} cannot be used for the embedded database (${reason}).`);
  }
}

/** The cluster's password, random and made once. */
export function passwordOf(folder: string): string {
  return writeOnce(join(folder, 'password'), () => randomBytes(24).toString('base64url'));
}
