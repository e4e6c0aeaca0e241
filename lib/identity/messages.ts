import { and, eq, isNull } from 'drizzle-orm';
import { createElement } from 'react';
import { account } from '@/db/schema/accounts';
import { claim, confirmation, disavowalCode, identityCase, personContact } from '@/db/schema/identity';
import * as caseOpened from '@/emails/case-opened';
import * as confirmLink from '@/emails/confirm-link';
import * as linkConfirmed from '@/emails/link-confirmed';
import * as recordAlreadyClaimed from '@/emails/record-already-claimed';
import * as recordLinked from '@/emails/record-linked';
import { codeKey, newCode, spacedCode } from '@/lib/accounts/codes';
import { appOrigin } from '@/lib/env';
import type { Tx } from '@/db/transact';
import type { MessageRenderer } from '@/lib/mail/model';
import { renderMessage } from '@/lib/mail/render';
import { formatDay, formatInstant, type Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { confirmationHours } from './rules';

const toAddressOnFile: MessageRenderer = async (tx, staged, now) => {
  const personId = staged.payload.personId;
  const [onFile] = personId
    ? await tx
        .select({ email: personContact.email, claimId: claim.id })
        .from(personContact)
        .innerJoin(claim, and(eq(claim.personId, personContact.personId), isNull(claim.endedAt)))
        .where(eq(personContact.personId, personId))
    : [];
  if (!onFile?.email) return undefined;
  const { url: notMeUrl, code } = await notMe(tx, onFile.claimId, now);
  const props = { atText: formatInstant(now), notMeUrl, code };
  return renderMessage(onFile.email, recordLinked.subject(props), createElement(recordLinked.RecordLinked, props));
};

async function notMe(tx: Tx, claimId: string, now: Date): Promise<{ url: string; code: string }> {
  const code = newCode();
  await tx.insert(disavowalCode).values({ codeHash: codeKey(code.reveal()), claimId, sentAt: now });
  // After the sign, so that the code is in no request and no log; a browser with scripts puts it into the form.
  return { url: `${appOrigin()}/not-me#${code.reveal()}`, code: spacedCode(code) };
}

const withCode: MessageRenderer = async (tx, staged, now) => {
  const id = staged.payload.confirmationId;
  const [asked] = id
    ? await tx
        .select({ email: personContact.email, claimId: claim.id, requestedAt: confirmation.requestedAt })
        .from(confirmation)
        .innerJoin(claim, eq(claim.id, confirmation.claimId))
        .innerJoin(personContact, eq(personContact.personId, claim.personId))
        .where(and(eq(confirmation.id, id), isNull(claim.endedAt), eq(claim.strength, 'provisional')))
    : [];
  if (!asked?.email || !id) return undefined;
  const code = newCode();
  const expiresAt = new Date(now.getTime() + confirmationHours.email * 3_600_000);
  await tx.update(confirmation).set({ codeHash: codeKey(code.reveal()), sentAt: now, expiresAt }).where(eq(confirmation.id, id));
  const { url: notMeUrl, code: notMeCode } = await notMe(tx, asked.claimId, now);
  const confirmUrl = `${appOrigin()}/confirm`;
  const props = { atText: formatInstant(asked.requestedAt), code: spacedCode(code), confirmUrl, notMeUrl, notMeCode };
  return renderMessage(asked.email, confirmLink.subject(props), createElement(confirmLink.ConfirmLink, props));
};

const thatItIsConfirmed: MessageRenderer = async (tx, staged, now) => {
  const [owner] = staged.accountId ? await tx.select().from(account).where(eq(account.id, staged.accountId)) : [];
  if (!owner) return undefined;
  const props = { firstName: owner.firstName, atText: formatInstant(now), homeUrl: `${appOrigin()}/home` };
  return renderMessage(owner.email, linkConfirmed.subject(props), createElement(linkConfirmed.LinkConfirmed, props));
};

const toOwnerOfRecord: MessageRenderer = async (tx, staged, now) => {
  const personId = staged.payload.personId;
  if (!personId) return undefined;
  const [owner] = await tx
    .select({ email: account.email })
    .from(claim)
    .innerJoin(account, eq(account.id, claim.accountId))
    .where(and(eq(claim.personId, personId), isNull(claim.endedAt)));
  if (!owner) return undefined;
  const props = { atText: formatInstant(now), loginUrl: `${appOrigin()}/login` };
  const template = createElement(recordAlreadyClaimed.RecordAlreadyClaimed, props);
  return renderMessage(owner.email, recordAlreadyClaimed.subject(props), template);
};

const toWhoeverWaits: MessageRenderer = async (tx, staged) => {
  const caseId = staged.payload.caseId;
  const [opened] = caseId ? await tx.select().from(identityCase).where(eq(identityCase.id, caseId)) : [];
  if (!opened) return undefined;
  const [owner] = opened.accountId ? await tx.select().from(account).where(eq(account.id, opened.accountId)) : [];
  const to = owner?.email ?? staged.address;
  if (!to) return undefined;
  const props = {
    firstName: owner?.firstName ?? opened.details.firstName ?? '',
    caseReference: formatReference(opened.reference),
    promisedByText: formatDay(opened.promisedBy as Day),
    homeUrl: `${appOrigin()}/home`,
  };
  return renderMessage(to, caseOpened.subject(props), createElement(caseOpened.CaseOpened, props));
};

/** What this domain writes to people, by kind of message. */
export const identityMessages: Readonly<Record<string, MessageRenderer>> = {
  record_linked: toAddressOnFile,
  record_already_claimed: toOwnerOfRecord,
  case_opened: toWhoeverWaits,
  confirm_link: withCode,
  link_confirmed: thatItIsConfirmed,
};
