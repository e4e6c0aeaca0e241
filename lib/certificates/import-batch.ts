import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { promisedBy } from '@/lib/identity/rules';
import { dayInConnecticut } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { isSameCertificate, saysTheSame } from './import-certificate-rules';
import type { ImportCounts, RegistryCertificate, Remark } from './import-model';
import { planPeople, type KeyedRow, type PeoplePlan, type TakenRow } from './import-people';
import * as store from './import-store';

export type BatchDone = {
  readonly counts: Partial<ImportCounts>;
  readonly remarks: readonly Remark[];
  readonly events: readonly AuditEvent[];
};

/** Writes some rows of a registry, whatever of them is on record already, inside the transaction of `importRegistry`. */
export async function importBatch(tx: Tx, rows: readonly KeyedRow[], by: store.By): Promise<BatchDone> {
  const onRecord = await store.findPeopleByEin(tx, [...new Set(rows.map(({ person }) => person.ein))]);
  const plan = planPeople(rows, onRecord, by);
  const conflicting = await store.insertPeople(tx, plan.made);
  const conflicts = await openConflicts(tx, plan, conflicting, by);
  const certificates = planCertificates(plan.taken, await store.findCertificatesOf(tx, onRecord.map(({ id }) => id)));
  await store.insertCertificates(tx, certificates.made, by);
  return {
    counts: {
      ...{ rows: rows.length, refusedRows: plan.ofAnother.length, peopleAdded: plan.made.people.length },
      ...{ certificatesAdded: certificates.made.length, certificatesKnown: certificates.known },
      ...{ lastNamesAdded: plan.lastNamesAdded, ssnConflicts: conflicting.length },
    },
    remarks: [
      ...plan.ofAnother.map(refusalOf),
      ...conflicts.remarks,
      ...certificates.remarks,
    ],
    events: conflicts.events,
  };
}

function refusalOf({ line, into }: PeoplePlan['ofAnother'][number]): Remark {
  return into === undefined ? { line, refused: 'ein_of_another' } : { line, refused: 'ein_merged', into };
}

async function openConflicts(
  tx: Tx,
  { taken }: PeoplePlan,
  conflicting: store.NewPeople['secrets'],
  by: store.By,
): Promise<{ remarks: Remark[]; events: AuditEvent[] }> {
  const remarks: Remark[] = [];
  const events: AuditEvent[] = [];
  for (const { personId, ssnKey } of conflicting) {
    const caseId = randomUUID();
    const found = { personId, ssnKey: must(ssnKey, 'the key two records share'), caseId };
    const reference = await store.insertSsnConflict(tx, { ...found, promisedBy: promisedBy(dayInConnecticut(by.now)) }, by);
    events.push({ type: 'identity_case_opened', subject: { kind: 'identity_case', id: caseId }, details: { reference } });
    const { row } = must(taken.find((one) => one.personId === personId), 'the row of somebody just made');
    remarks.push({ line: row.line, noted: 'ssn_conflict' });
  }
  return { remarks, events };
}

/** Certificates neither on record nor said by an earlier row. A record is never changed by a file that differs from it. */
function planCertificates(taken: readonly TakenRow[], onRecord: readonly store.CertificateOnRecord[]) {
  const held = new Map<string, RegistryCertificate[]>();
  for (const one of onRecord) held.set(one.personId, [...(held.get(one.personId) ?? []), one]);
  const made: store.NewRegistryCertificate[] = [];
  const remarks: Remark[] = [];
  let known = 0;
  for (const { row, personId } of taken) {
    const { certificate } = row;
    if (!certificate) continue;
    const theirs = held.get(personId) ?? [];
    const same = theirs.find((one) => isSameCertificate(one, certificate));
    if (same) known += 1;
    else made.push({ ...certificate, id: randomUUID(), personId });
    if (same && !saysTheSame(same, certificate)) remarks.push({ line: row.line, noted: 'certificate_differs' });
    held.set(personId, same ? theirs : [...theirs, certificate]);
  }
  return { made, remarks, known };
}
