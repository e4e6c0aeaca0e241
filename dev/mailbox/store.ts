import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

export type CapturedMail = {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly string[];
};

export type MailStore = {
  /** Resolves when the message is on disk. */
  keep(mail: Omit<CapturedMail, 'id'>): Promise<CapturedMail>;
  /** Newest first; only those to an address when one is given. */
  list(to?: string): readonly CapturedMail[];
  find(id: string): CapturedMail | undefined;
};

/** One JSON file per message, mode 0600: they hold temporary passwords. Names sort in the order of arrival. */
export async function openMailStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = await readAll(folder);
  let received = kept.length;
  return {
    async keep(mail) {
      received += 1;
      const order = `${mail.at.replace(/\D/g, '')}-${String(received).padStart(6, '0')}`;
      const captured = { id: `${order}-${randomBytes(4).toString('hex')}`, ...mail };
      await writeDurably(folder, captured);
      kept.push(captured);
      return captured;
    },
    list: (to) => kept.filter((mail) => !to || mail.to.toLowerCase().includes(to.toLowerCase())).reverse(),
    find: (id) => kept.find((mail) => mail.id === id),
  };
}

async function readAll(folder: string): Promise<CapturedMail[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as CapturedMail));
}

// Renamed into place whole: a process killed half-way leaves no half a message for the next start to stumble over.
async function writeDurably(folder: string, mail: CapturedMail): Promise<void> {
  const path = join(folder, `${mail.id}.json`);
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(mail));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}
