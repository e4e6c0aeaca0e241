import { read } from '@/db/transact';
import type { CertificateFacts } from '@/lib/certificates/model';
import { findCertificateById } from '@/lib/certificates/steps';
import { findMyContact, findMyRecord } from '@/lib/identity/queries';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { RuleSet } from '@/lib/rulebook/model';
import type { Ctx, Educator } from '@/lib/shared/context';
import type { Answers } from './answers-model';
import type { ApplicationRecord } from './model';
import { canSee } from './policy';
import { answersOf, findApplication } from './store';

export type Draft = {
  readonly application: ApplicationRecord;
  readonly answers: Answers;
  /** Address and phone on record, to start from. Only for a full link; a provisional one sees what it typed itself. */
  readonly onRecord: Readonly<Record<string, string>>;
  readonly name: { readonly firstName: string; readonly lastName: string } | undefined;
  /** The one it is about, if any. */
  readonly certificate: CertificateFacts | undefined;
  readonly ruleSet: RuleSet;
};

/** A draft with what is known already, for its steps. */
export async function findDraft(ctx: Ctx<Educator>, reference: string): Promise<Draft | undefined> {
  return read(ctx.actor, async (tx) => {
    const application = await findApplication(tx, reference);
    if (!application || !canSee(ctx.actor, application)) return undefined;
    const record = await findMyRecord(tx);
    const contact = record ? await findMyContact(tx, record.personId) : undefined;
    const { addressLine1, addressLine2, city, state, postalCode, phone } = contact ?? {};
    const known = { addressLine1, addressLine2, city, state, postalCode, phone };
    const onRecord = Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    const name = record && { firstName: record.firstName, lastName: record.lastName };
    const certificate = application.certificateId ? await findCertificateById(tx, application.certificateId) : undefined;
    return { application, answers: await answersOf(tx, application.id), onRecord, name, certificate, ruleSet: await loadRuleSet(tx) };
  });
}
