import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError } from '@/dev/postgres/plain-error';

export type AskedFor =
  | { readonly what: 'import'; readonly path: string; readonly report: string | undefined }
  | { readonly what: 'undo'; readonly importId: string | undefined }
  | { readonly what: 'list' };

const usage =
  'Say which file: npm run registry:import -- FILE.csv [--report FILE]; or --list what was imported; or --undo [IMPORT] to take one back';
const isId = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

export function askedFor(args: readonly string[]): AskedFor {
  const { values, positionals } = parsed(args);
  const [given, ...others] = positionals;
  const ways = [values.list, values.undo, values.report !== undefined].filter(Boolean);
  if (others.length > 0 || ways.length > 1 || (values.list && given !== undefined)) throw new PlainError(usage);
  if (values.list) return { what: 'list' };
  if (values.undo) {
    if (given !== undefined && !isId(given)) throw new PlainError(`${given} is not the number of an import: --list shows them.`);
    return { what: 'undo', importId: given };
  }
  if (!given) throw new PlainError(usage);
  return { what: 'import', path: existing(given), report: values.report === undefined ? undefined : fromThere(values.report) };
}

function parsed(args: readonly string[]) {
  try {
    const flag = { type: 'boolean' } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options: { report: { type: 'string' }, list: flag, undo: flag } });
  } catch {
    throw new PlainError(usage);
  }
}

function existing(given: string): string {
  const path = fromThere(given);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new PlainError(`There is no file ${given}.`);
  return path;
}

// npm runs scripts in the folder of the project, whatever folder they were called in.
function fromThere(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}
