import type { Statement } from './wire-messages';

/** Statements that belong together: one transaction, or a single statement outside of any. */
export type Group = { readonly begin: string | null; readonly statements: readonly Statement[] };
/** A statement, or the beginning of an exchange: the client speaks again after it was answered. */
export type Heard = { readonly connection: number; readonly said: Statement | 'exchange' };

export type QueryCount = {
  /** What the page asks of the database. */
  readonly queries: number;
  /** `set_config` and `set transaction`: under whose role and how the queries run. */
  readonly settings: number;
  readonly transactions: number;
  /** How often the page had to wait for the database: what it sends at once, `begin` and `commit` included, is one. */
  readonly exchanges: number;
};

export function countQueries(heard: readonly Heard[]): QueryCount {
  const count = { queries: 0, settings: 0, transactions: 0, exchanges: 0 };
  for (const { said } of heard) {
    if (said === 'exchange') count.exchanges += 1;
    else if (isBegin(said.text)) count.transactions += 1;
    else if (isSetting(said.text)) count.settings += 1;
    else if (!isEnd(said.text)) count.queries += 1;
  }
  return count;
}

/** The same statements, transaction by transaction, for the floors to run. */
export function groupsOf(heard: readonly Heard[]): Group[] {
  const groups: { begin: string | null; statements: Statement[] }[] = [];
  const open = new Map<number, (typeof groups)[number]>();
  for (const { connection, said } of heard) {
    if (said === 'exchange') continue;
    const { text, parameters } = said;
    if (isBegin(text)) {
      const group = { begin: text.trim().replace(/^begin\s*/i, ''), statements: [] };
      groups.push(group);
      open.set(connection, group);
    } else if (isEnd(text)) {
      open.delete(connection);
    } else {
      const group = open.get(connection);
      if (group) group.statements.push({ text, parameters });
      else groups.push({ begin: null, statements: [{ text, parameters }] });
    }
  }
  return groups;
}

const isBegin = (text: string): boolean => /^\s*begin\b/i.test(text);
const isEnd = (text: string): boolean => /^\s*(commit|rollback)\b/i.test(text);
const isSetting = (text: string): boolean => /^\s*(set\b|select set_config\()/i.test(text);
