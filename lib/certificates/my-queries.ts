import { read } from '@/db/transact';
import { findNameOnFile } from '@/lib/identity/contact-queries';
import { findMyRecord, type MyRecord } from '@/lib/identity/queries';
import type { RuleSet } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { normaliseCode } from '@/lib/shared/check-characters';
import type { Ctx, Educator } from '@/lib/shared/context';
import type { CertificateFacts } from './model';
import { certificatesOfPerson } from './steps';
import { inSuccession } from './validity';

export type MyCertificate = {
  readonly certificate: CertificateFacts;
  readonly record: MyRecord;
  /** The whole name on file; none while the link is provisional, which sees the name as typed and prints nothing. */
  readonly holder: string | null;
  readonly ruleSet: RuleSet;
};

/** One's own certificate by its number, however it was spelled. Somebody else's is as absent as one that never was. */
export async function findMyCertificate(ctx: Ctx<Educator>, number: string): Promise<MyCertificate | undefined> {
  return read(ctx.actor, async (tx) => {
    const record = await findMyRecord(tx);
    if (!record) return undefined;
    const mine = inSuccession(await certificatesOfPerson(tx, record.personId));
    const certificate = mine.find((one) => one.number === normaliseCode(number));
    if (!certificate) return undefined;
    const holder = record.strength === 'full' ? await findNameOnFile(tx, record.personId) : undefined;
    return { certificate, record, holder: holder ?? null, ruleSet: await loadRuleSet(tx) };
  });
}

export type MyCertificates = { readonly certificates: readonly CertificateFacts[]; readonly ruleSet: RuleSet };

/** All of one's own, the latest first. */
export async function findMyCertificates(ctx: Ctx<Educator>): Promise<MyCertificates> {
  return read(ctx.actor, async (tx) => {
    const record = await findMyRecord(tx);
    const certificates = record ? await certificatesOfPerson(tx, record.personId) : [];
    return { certificates, ruleSet: await loadRuleSet(tx) };
  });
}
