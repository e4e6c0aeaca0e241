import type { Tx } from '@/db/transact';
import type { ApplicationRecord } from '@/lib/applications/model';
import { isEverythingMet, refreshStatus } from '@/lib/applications/steps';
import { insertCertificate } from '@/lib/certificates/steps';
import { newValidity, validThrough } from '@/lib/certificates/validity';
import { owedSince } from '@/lib/fees/rules';
import { stageMessage } from '@/lib/mail/steps';
import { isPaidInFull, moneyFacts } from '@/lib/payments/steps';
import { isApplicationKind, type ApplicationKind, type RuleSet } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { isAmountKnown } from './rules';
import { asBefore, endorsementsOn, isAdding, takesItsPlace } from './granting-rules';
import { countObligations, findLatest } from './store';

export type WhyNotIssued = 'amount_unknown' | 'not_paid' | 'no_person' | 'items_open' | 'already_followed' | 'not_addable' | 'no_validity';

/**
 * Issues what an approved application, locked by the caller, asked for: nothing with an open item or an unpaid fee, and by the
 * rules of the day it was submitted. Returns the number of the certificate; a duplicate is mailed and makes none.
 */
export async function issueApproved(tx: Tx, application: ApplicationRecord, now: Date): Promise<Result<string | null, WhyNotIssued>> {
  const { personId, submittedAt } = application;
  if (!personId || !submittedAt) return err('no_person');
  if (!(await isEverythingMet(tx, application.id))) return err('items_open');
  const asked = await asAsked(tx, application, submittedAt);
  if (!asked) return err('no_validity');
  const unpaid = await whyUnpaid(tx, application.id, asked, dayInConnecticut(now));
  if (unpaid) return err(unpaid);
  const isCopy = application.kind === 'duplicate';
  const issued = isCopy ? ok(null) : await insert(tx, now, { application, personId, asked });
  if (!issued.ok) return issued;
  await refreshStatus(tx, application, { ...(await moneyFacts(tx, application.id)), isIssued: true }, now);
  if (!isCopy) await tell(tx, application, now);
  return issued;
}

type Asked = { readonly kind: ApplicationKind; readonly day: Day; readonly ruleSet: RuleSet; readonly endorsements: readonly string[] };

/** What was applied for and by whose rules: those of the submission day (design.md §10). */
async function asAsked(tx: Tx, application: ApplicationRecord, submittedAt: Date): Promise<Asked | undefined> {
  const { kind, endorsementCodes } = application;
  if (!isApplicationKind(kind)) return undefined;
  return { kind, day: dayInConnecticut(submittedAt), ruleSet: await loadRuleSet(tx), endorsements: endorsementCodes };
}

async function whyUnpaid(tx: Tx, applicationId: string, asked: Asked, today: Day): Promise<'amount_unknown' | 'not_paid' | undefined> {
  if (!isAmountKnown(await countObligations(tx, applicationId), owedSince(asked, today))) return 'amount_unknown';
  return (await isPaidInFull(tx, applicationId)) ? undefined : 'not_paid';
}

type Grant = { readonly application: ApplicationRecord; readonly personId: string; readonly asked: Asked };

async function insert(
  tx: Tx,
  now: Date,
  { application, personId, asked }: Grant,
): Promise<Result<string, 'no_validity' | 'already_followed' | 'not_addable'>> {
  const { id: applicationId, certificateId, toTypeKey, queuedOn } = application;
  if (!toTypeKey) return err('no_validity');
  const issuedOn = dayInConnecticut(now);
  const today = { ruleSet: asked.ruleSet, day: issuedOn };
  const before = certificateId ? await findLatest(tx, certificateId, (next, last) => takesItsPlace({ next, last }, asked, today)) : undefined;
  if (before?.followedBy) return err('already_followed');
  const oldEnd = before ? validThrough(before, asked) : null;
  const issue = { kind: asked.kind, typeKey: toTypeKey, submittedOn: asked.day, filedOn: queuedOn, issuedOn, oldEnd };
  const validity = isAdding(asked) ? asBefore(before, today) : newValidity(issue, asked.ruleSet);
  if (!validity.ok) return err('no_validity');
  const endorsements = endorsementsOn(before, { ...asked, certificateId });
  if (!endorsements.ok) return endorsements;
  const dates = { issuedOn, ...validity.value };
  const followsId = before?.id ?? null;
  const granted = { personId, typeKey: toTypeKey, applicationId, followsId, endorsements: endorsements.value };
  const { number } = await insertCertificate(tx, { ...granted, ...dates }, now);
  return ok(number);
}

async function tell(tx: Tx, { id: applicationId, accountId }: ApplicationRecord, now: Date): Promise<void> {
  const message = { kind: 'certificate_issued', dedupeKey: `certificate_issued:${applicationId}` };
  await stageMessage(tx, { ...message, to: { accountId }, payload: { applicationId } }, now);
}
