import { openJournal, type Entry } from './journal';
import { emptyTables, type Kind, type Records, type Tables } from './records';

/** The API request a change answers; null for what happens on the page or by itself. Events carry it. */
export type Origin = { readonly id: string; readonly idempotencyKey: string | null };

/** A change in the making: reads see what it has put so far; all of it is kept, or nothing. */
export type Change = {
  /** Seconds of the stand-in's clock. */
  readonly at: number;
  readonly origin: Origin | null;
  find<K extends Kind>(kind: K, id: string): Records[K] | undefined;
  /** Oldest first. */
  all<K extends Kind>(kind: K): Records[K][];
  put<K extends Kind>(kind: K, id: string, value: Records[K]): void;
};

export type Book = {
  now(): number;
  /** Runs synchronously, so nothing comes between; what it put is on disk when this returns. */
  commit<T>(work: (change: Change) => T, origin?: Origin | null): T;
  /** Called after a change is on disk, with the ids of the deliveries it put. */
  onDeliveries(listener: (eventIds: readonly string[]) => void): void;
  close(): void;
};

export function openBook(folder: string): Book {
  const journal = openJournal(folder);
  const tables = emptyTables();
  for (const entries of journal.past) for (const entry of entries) restore(tables, entry);
  const listeners: ((eventIds: readonly string[]) => void)[] = [];

  const now = () => Math.floor(Date.now() / 1000) + (tables.clock.get('clock')?.offsetSeconds ?? 0);

  return {
    now,
    commit(work, origin = null) {
      const draft = emptyTables();
      const result = work(changeOf(tables, draft, { at: now(), origin }));
      const entries = entriesOf(draft);
      if (entries.length === 0) return result;
      journal.append(entries);
      for (const kind of kindsOf(tables)) merge(tables, draft, kind);
      if (draft.delivery.size > 0) for (const listener of listeners) listener([...draft.delivery.keys()]);
      return result;
    },
    onDeliveries: (listener) => void listeners.push(listener),
    close: () => journal.close(),
  };
}

function changeOf(tables: Tables, draft: Tables, facts: Pick<Change, 'at' | 'origin'>): Change {
  return {
    ...facts,
    find: (kind, id) => draft[kind].get(id) ?? tables[kind].get(id),
    all: (kind) => {
      return draft[kind].size === 0 ? [...tables[kind].values()] : [...new Map([...tables[kind], ...draft[kind]]).values()];
    },
    put: (kind, id, value) => void draft[kind].set(id, value),
  };
}

function kindsOf(tables: Tables): Kind[] {
  return Object.keys(tables) as Kind[];
}

function entriesOf(draft: Tables): Entry[] {
  return kindsOf(draft).flatMap((kind) => [...draft[kind]].map(([id, value]): Entry => [kind, id, value]));
}

function merge<K extends Kind>(tables: Tables, draft: Tables, kind: K): void {
  for (const [id, value] of draft[kind]) tables[kind].set(id, value);
}

function restore(tables: Tables, [kind, id, value]: Entry): void {
  const table: Map<string, unknown> | undefined = tables[kind as Kind];
  if (!table) throw new Error(`The payment journal holds an unknown kind of record: ${kind}`);
  table.set(id, value);
}
