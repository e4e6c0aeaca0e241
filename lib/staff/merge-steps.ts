import type { Tx } from '@/db/transact';
import { err, Invariant, must, ok, type Result } from '@/lib/shared/result';
import { builtSince } from './application-steps';
import { isDecidedSince, lockPersons, type DecisionRow } from './identity-store';
import { comparePair, refusalOfPair, whatMoves, type Moving, type Pair } from './merge-queries';
import { mergedRecord, recordText, type MergeChoices, type MergeRefusal, type PlainRecord } from './merge-rules';
import { isLinkedSince, moveDrafts, moveTo, saveCandidates } from './merge-store';
import {
  addPreviousNames,
  holdSsn,
  keysFrom,
  keysOf,
  letGoOfSsn,
  loadRecord,
  movePreviousNames,
  putKeys,
  removePreviousNames,
  retireKeys,
  saveContact,
  saveEmailKey,
  saveMergedInto,
  saveNames,
  saveSecrets,
  takeKeys,
  type FullRecord,
  type Secrets,
} from './record-store';
import { sealKept, unsealKept } from './sealed-decision';
import type { Undone, UndoRefusal } from './undo-steps';

export type Done = Pick<DecisionRow, 'undo' | 'sealed'>;

/** Both records, held in one order whichever stays. */
export async function lockPair(tx: Tx, ids: { readonly stays: string; readonly goes: string }): Promise<Pair> {
  await lockPersons(tx, [ids.stays, ids.goes]);
  return { stays: await loadRecord(tx, ids.stays), goes: await loadRecord(tx, ids.goes) };
}

function idsOf({ personId, otherPersonId }: DecisionRow) {
  return { stays: must(personId, 'the record that stays'), goes: must(otherPersonId, 'the record that goes') };
}

/**
 * Makes one of two records. The one that goes keeps its row, number and secrets, points to the other and is found no more.
 * Returns what it takes to have two again.
 */
export async function mergePair(tx: Tx, decision: DecisionRow, now: Date): Promise<Result<Done, MergeRefusal>> {
  const pair = await lockPair(tx, idsOf(decision));
  const { stays, goes } = pair;
  const choices = decision.details as MergeChoices;
  const moving = await whatMoves(tx, goes.id);
  const refusal = await refusalOfPair(tx, pair, moving, choices);
  if (refusal) return err(refusal);
  const after = mergedRecord(stays.plain, goes.plain, choices);
  const keys = await joinFindable(tx, pair, after, choices);
  await saveNames(tx, stays.id, after.names);
  await saveContact(tx, stays.id, after.contact, now);
  await movePreviousNames(tx, goes.previousNameIds, stays.id);
  const known = [...stays.plain.previousLastNames, ...goes.plain.previousLastNames];
  const addedNames = await addPreviousNames(tx, stays.id, after.previousLastNames.filter((name) => !known.includes(name)));
  await saveMergedInto(tx, goes.id, stays.id);
  const hanging = hangingOf(moving);
  await moveTo(tx, stays.id, hanging);
  for (const one of moving.cases) await saveCandidates(tx, one.id, [...new Set(one.candidateIds.map((id) => (id === goes.id ? stays.id : id)))]);
  const names = { movedNames: [...goes.previousNameIds], addedNames };
  const undo = { ...hanging, ...names, ...keys, ...candidatesOf(moving), ...replacedOf(pair, await loadRecord(tx, stays.id)) };
  return ok({ undo, sealed: sealKept(stays, decision.id) });
}

function hangingOf({ certificates, applications, claims }: Moving) {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  return { certificates: ids(certificates), applications: ids(applications), claims: ids(claims) };
}

const candidatesName = 'candidates of ';

function candidatesOf({ cases }: Moving): Record<string, string[]> {
  return Object.fromEntries(cases.map((one) => [`${candidatesName}${one.id}`, [...one.candidateIds]]));
}

function replacedOf({ stays, goes }: Pair, after: FullRecord) {
  return {
    before: [JSON.stringify(stays.plain)],
    after: [recordText(after.plain)],
    contactUpdatedAt: stays.contactUpdatedAt ? [stays.contactUpdatedAt.toISOString()] : [],
    goesHeldSsn: goes.holdsSsn ? ['yes'] : [],
    goesEmailKey: goes.emailKey === null ? [] : [goes.emailKey],
  };
}

/** The record that stays is found by what was chosen, under every name of the two; the other by nothing. */
async function joinFindable(tx: Tx, pair: Pair, after: PlainRecord, choices: MergeChoices) {
  const { stays, goes } = pair;
  const secrets = secretsOf(pair, choices);
  const staysKeys = await takeKeys(tx, stays.id);
  const goesKeys = await retireKeys(tx, goes.id);
  await letGoOfSsn(tx, goes.id);
  await saveEmailKey(tx, goes.id, null);
  if (!(await saveSecrets(tx, stays.id, secrets))) throw new Invariant('A third record holds the SSN of one of two');
  const firstNames = [stays.plain.names.firstName, goes.plain.names.firstName];
  await putKeys(tx, stays.id, keysOf(secrets, firstNames, [after.names.lastName, ...after.previousLastNames]));
  return { staysKeys, goesKeys };
}

function secretsOf(pair: Pair, choices: MergeChoices): Secrets {
  const { ssn, birthDate, holdsSsn } = { ...pair[choices.ssn], birthDate: pair[choices.birthDate].birthDate };
  const isSame = comparePair(pair).ssn === 'agree';
  return { ssn, birthDate, holdsSsn: holdsSsn || (isSame && (pair.stays.holdsSsn || pair.goes.holdsSsn)) };
}

/** Two records again, each with what it had. */
export async function undoMerge(tx: Tx, decision: DecisionRow, now: Date): Promise<Undone> {
  const pair = await lockPair(tx, idsOf(decision));
  const refusal = await whyNotTwo(tx, pair, decision);
  if (refusal) return err(refusal);
  const { stays, goes } = pair;
  const { claims, certificates, applications, addedNames, movedNames, before, contactUpdatedAt, ...more } = kept(decision);
  await moveDrafts(tx, { from: stays.id, to: goes.id, claims });
  await moveTo(tx, goes.id, { claims, certificates, applications });
  for (const [name, candidateIds] of Object.entries(more)) {
    if (name.startsWith(candidatesName)) await saveCandidates(tx, name.slice(candidatesName.length), candidateIds);
  }
  await removePreviousNames(tx, addedNames);
  await movePreviousNames(tx, movedNames, goes.id);
  await saveMergedInto(tx, goes.id, null);
  if (!(await partFindable(tx, pair, decision))) return err('changed_since');
  const plain = JSON.parse(must(before[0], 'the record before')) as PlainRecord;
  await saveNames(tx, stays.id, plain.names);
  await saveContact(tx, stays.id, plain.contact, new Date(contactUpdatedAt[0] ?? now));
  return ok([]);
}

const lists = [
  ...(['claims', 'certificates', 'applications', 'addedNames', 'movedNames', 'before', 'after', 'contactUpdatedAt'] as const),
  ...(['staysKeys', 'goesKeys', 'goesHeldSsn', 'goesEmailKey'] as const),
] as const;

function kept({ undo }: DecisionRow): Record<string, string[]> & Record<(typeof lists)[number], string[]> {
  const none = Object.fromEntries(lists.map((name) => [name, []])) as unknown as Record<(typeof lists)[number], string[]>;
  return { ...none, ...must(undo, 'how to undo a merge') };
}

async function whyNotTwo(tx: Tx, { stays, goes }: Pair, decision: DecisionRow): Promise<UndoRefusal | undefined> {
  const doneAt = must(decision.doneAt, 'when a merge was carried out');
  if (await isDecidedSince(tx, decision, [stays.id, goes.id])) return 'decided_since';
  if (goes.mergedInto !== stays.id || recordText(stays.plain) !== kept(decision).after[0]) return 'changed_since';
  if (await isLinkedSince(tx, stays.id, doneAt)) return 'changed_since';
  return builtSince(tx, { accountId: null, personId: stays.id }, doneAt);
}

async function partFindable(tx: Tx, { stays, goes }: Pair, decision: DecisionRow): Promise<boolean> {
  const { staysKeys, goesKeys, goesHeldSsn, goesEmailKey } = kept(decision);
  const secrets = unsealKept(must(decision.sealed, 'the secrets before'), decision.id);
  const before = { ssn: secrets.ssn, birthDate: must(secrets.birthDate, 'the birth date before'), holdsSsn: secrets.holdsSsn };
  await letGoOfSsn(tx, stays.id);
  // Somebody else may have come by one of the numbers since.
  if (goesHeldSsn[0] && goes.ssn && !(await holdSsn(tx, goes.id, goes.ssn))) return false;
  if (!(await saveSecrets(tx, stays.id, before))) return false;
  await saveEmailKey(tx, goes.id, goesEmailKey[0] ?? null);
  await takeKeys(tx, stays.id);
  await putKeys(tx, stays.id, keysFrom(staysKeys));
  await putKeys(tx, goes.id, keysFrom(goesKeys));
  return true;
}
