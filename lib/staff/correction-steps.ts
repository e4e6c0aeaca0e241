import type { Tx } from '@/db/transact';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { isDecidedSince, lockPerson, type DecisionRow } from './identity-store';
import type { Done } from './merge-steps';
import { namesBeside, recordText, type PlainRecord, type RecordNames } from './merge-rules';
import {
  addPreviousNames,
  isSsnOfAnother,
  keysFrom,
  keysOf,
  loadRecord,
  putKeys,
  removePreviousNames,
  saveNames,
  saveSecrets,
  takeKeys,
  type FullRecord,
  type Secrets,
} from './record-store';
import { sealKept, unsealKept } from './sealed-decision';
import type { UndoRefusal, Undone } from './undo-steps';

/** Held, and not one that has become part of another. */
export async function lockRecord(tx: Tx, id: string): Promise<Result<FullRecord, 'merged_already'>> {
  const row = must(await lockPerson(tx, { id }), 'the record of a correction');
  return row.mergedInto ? err('merged_already') : ok(await loadRecord(tx, id));
}

/** The name it had goes on finding the record. Returns what it takes to put it back. */
export async function correctNames(tx: Tx, before: FullRecord, names: RecordNames): Promise<NonNullable<Done['undo']>> {
  const { id, plain } = before;
  await saveNames(tx, id, names);
  const known = new Set(plain.previousLastNames);
  const beside = namesBeside(names.lastName, [...plain.previousLastNames, plain.names.lastName]).filter((name) => !known.has(name));
  const addedNames = await addPreviousNames(tx, id, beside);
  const keys = await rekey(tx, before);
  return { ...keys, addedNames, names: [JSON.stringify(plain.names)] };
}

export type SecretRefusal = 'merged_already' | 'ssn_on_record';

/** The proposed SSN or birth date takes the place of the one on record, which is sealed into the decision in turn. */
export async function correctSecret(tx: Tx, { id, sealed, personId }: DecisionRow): Promise<Result<Done, SecretRefusal>> {
  const found = await lockRecord(tx, must(personId, 'the record of a correction'));
  if (!found.ok) return found;
  const before = found.value;
  const proposed = unsealKept(must(sealed, 'what was proposed'), id);
  if (proposed.ssn && (await isSsnOfAnother(tx, proposed.ssn, before.id))) return err('ssn_on_record');
  const isTheirs = await saveSecrets(tx, before.id, {
    ssn: proposed.ssn ?? before.ssn,
    birthDate: proposed.birthDate ?? before.birthDate,
    holdsSsn: proposed.ssn ? true : before.holdsSsn,
  });
  if (!isTheirs) return err('ssn_on_record');
  return ok({ undo: await rekey(tx, before), sealed: sealKept(before, id) });
}

// Made of what is on record now: of an SSN or birth date that was wrong no key may stay, or it would link somebody else.
async function rekey(tx: Tx, { id }: FullRecord): Promise<{ keys: string[]; after: string[] }> {
  const now = await loadRecord(tx, id);
  const keys = await takeKeys(tx, id);
  const { names, previousLastNames } = now.plain;
  await putKeys(tx, id, keysOf(now, [names.firstName], [names.lastName, ...previousLastNames]));
  return { keys, after: [recordText(now.plain)] };
}

export async function undoNames(tx: Tx, decision: DecisionRow): Promise<Undone> {
  const found = await unchanged(tx, decision);
  if (!found.ok) return found;
  const undo = must(decision.undo, 'how to undo a correction');
  await saveNames(tx, found.value.id, JSON.parse(must(undo.names?.[0], 'the names before')) as PlainRecord['names']);
  await removePreviousNames(tx, undo.addedNames ?? []);
  await putKeysBack(tx, found.value.id, undo);
  return ok([]);
}

export async function undoSecret(tx: Tx, decision: DecisionRow): Promise<Undone> {
  const found = await unchanged(tx, decision);
  if (!found.ok) return found;
  const { id } = found.value;
  const before = unsealKept(must(decision.sealed, 'what was on record'), decision.id);
  if (before.ssn && before.holdsSsn && (await isSsnOfAnother(tx, before.ssn, id))) return err('changed_since');
  if (!(await saveSecrets(tx, id, secretsFrom(before)))) return err('changed_since');
  await putKeysBack(tx, id, must(decision.undo, 'how to undo a correction'));
  return ok([]);
}

function secretsFrom({ ssn, birthDate, holdsSsn }: ReturnType<typeof unsealKept>): Secrets {
  return { ssn, holdsSsn, birthDate: must(birthDate, 'the birth date before') };
}

async function putKeysBack(tx: Tx, id: string, undo: Record<string, string[]>): Promise<void> {
  await takeKeys(tx, id);
  await putKeys(tx, id, keysFrom(undo.keys ?? []));
}

async function unchanged(tx: Tx, decision: DecisionRow): Promise<Result<FullRecord, UndoRefusal>> {
  const personId = must(decision.personId, 'the record of a correction');
  const found = await lockRecord(tx, personId);
  if (await isDecidedSince(tx, decision, [personId])) return err('decided_since');
  return found.ok && recordText(found.value.plain) === decision.undo?.after?.[0] ? found : err('changed_since');
}
