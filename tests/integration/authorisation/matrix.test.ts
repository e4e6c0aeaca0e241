import { DatabaseError } from '@/db/errors';
import { projectFiles, textOf } from '@/tests/architecture/files';
import { useDatabase } from '@/tests/support/database';
import { useMailbox } from '@/tests/support/mail';
import { useGateway } from '@/tests/support/payments';
import { table, type Guarded } from './table';
import { actorFor, everyone, fingerprint, subjectOf, type Subject } from './world';

useDatabase();
useGateway();
const letters = useMailbox();

/** A file of lib that exports a function of its own name (or one that begins with it) whose first parameter is a Ctx. */
const declared = /^export (?:async )?function (\w+)\(\s*ctx: Ctx(?:<([^>]*)>)?[,)]/gm;
const camel = (file: string) => file.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());

const commands = projectFiles().flatMap((path) => {
  const [, domain, file] = /^lib\/(\w+)\/([\w-]+)\.ts$/.exec(path) ?? [];
  if (!domain || !file || domain === 'web') return [];
  const found = [...textOf(path).matchAll(declared)].find(([, name]) => name?.startsWith(camel(file)));
  return found ? [{ name: `${domain}/${file}`, takes: kindsIn(found[2]) }] : [];
});

function kindsIn(parameter: string | undefined): string[] {
  return (parameter ?? '').split('|').map((kind) => kind.trim().toLowerCase()).filter(Boolean).sort();
}

function refusalOfDatabase(thrown: unknown): string {
  if (thrown instanceof DatabaseError && thrown.code === '42501') return 'refused_by_database';
  throw thrown;
}

const guarded = Object.entries(table).flatMap(([name, row]) => (row.rule === 'guarded' ? [[name, row] as const] : []));

describe('who may do what', () => {
  it('is said of every command, and of nothing that is none', () => {
    expect(Object.keys(table).toSorted()).toEqual(commands.map((one) => one.name).toSorted());
  });

  it.each(commands.map((one) => [one.name, one.takes] as const))('%s takes the kinds of actor that the table says', (name, takes) => {
    expect(takes).toEqual([...(table[name]?.takes ?? ['missing'])].sort());
  });

  it('leaves nothing of somebody else to a command that takes everyone: a token, code or signature decides', () => {
    const open = Object.values(table).filter((row) => row.rule === 'open');
    expect(open.every((row) => row.by.length > 5)).toBe(true);
  });
});

describe.each(guarded)('%s', (_name, row: Guarded) => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await subjectOf(row.about);
  });

  // In this order: those who may change what the others are asked about.
  const refused = everyone.filter((who) => !row.may.includes(who));
  it.each(refused)('is refused to: %s, and nothing is written', async (who) => {
    const ctx = await actorFor(who, subject, letters);
    const before = await fingerprint();
    const answer = await row.ask(ctx, subject).catch(refusalOfDatabase);
    // An auditor's database role cannot even lock a row: that is as good a no to what no page of theirs can ask.
    expect(who === 'auditor' ? [row.refusal, 'refused_by_database'] : [row.refusal]).toContain(answer);
    expect(await fingerprint()).toBe(before);
  });

  const allowed = everyone.filter((who) => row.may.includes(who));
  if (allowed.length > 0) {
    it.each(allowed)('is open to: %s', async (who) => {
      expect(await row.ask(await actorFor(who, subject, letters), subject)).not.toBe(row.refusal);
    });
  }
});
