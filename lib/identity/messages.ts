import { and, eq, isNull } from 'drizzle-orm';
import { createElement } from 'react';
import { account, emailChange } from '@/db/schema/accounts';
import { claim, confirmation, disavowalCode, identityCase, identityDecision, personContact } from '@/db/schema/identity';
import * as accountMoved from '@/emails/account-moved';
import * as accountMovedBack from '@/emails/account-moved-back';
import * as accountMovedByStaff from '@/emails/account-moved-by-staff';
import * as caseOpened from '@/emails/case-opened';
import * as confirmLink from '@/emails/confirm-link';
import * as linkConfirmed from '@/emails/link-confirmed';
import * as recordAlreadyClaimed from '@/emails/record-already-claimed';
import * as recordLinked from '@/emails/record-linked';
import * as recoveryCode from '@/emails/recovery-code';
import { codeKey, codeKeyFor, newCode, spacedCode } from '@/lib/accounts/codes';
import { saveChange } from '@/lib/accounts/move-steps';
import { issueRecoveryCode } from '@/lib/accounts/recovery-steps';
import { objectionDays } from '@/lib/accounts/rules';
import { appOrigin } from '@/lib/env';
import type { Tx } from '@/db/transact';
import type { MessageRenderer } from '@/lib/mail/model';
import { renderMessage } from '@/lib/mail/render';
import { addDays, dayInConnecticut, formatDay, formatInstant, type Day } from '@/lib/shared/days';
import { maskEmail } from '@/lib/shared/email-address';
import { formatReference } from '@/lib/shared/references';
import { findAccountOfCase } from './move-steps';
import { confirmationHours, requestPages, type RequestKind } from './rules';

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
  const page = owner && requestPages[opened.kind as RequestKind];
  const props = {
    firstName: owner?.firstName ?? opened.details.firstName ?? '',
    caseReference: formatReference(opened.reference),
    promisedByText: formatDay(opened.promisedBy as Day),
    pageUrl: `${appOrigin()}${page ?? '/home'}`,
    takesDocuments: page !== undefined,
  };
  return renderMessage(to, caseOpened.subject(props), createElement(caseOpened.CaseOpened, props));
};

// Whether anybody gets it is found out here: on the page nothing tells.
const toSecondAddress: MessageRenderer = async (tx, staged, now) => {
  const caseId = staged.payload.caseId;
  const [opened] = caseId ? await tx.select().from(identityCase).where(eq(identityCase.id, caseId)) : [];
  const newEmail = opened?.details.newEmail;
  if (!opened || !newEmail || opened.closedAt) return undefined;
  const accountId = await findAccountOfCase(tx, opened.details);
  const issued = accountId && (await issueRecoveryCode(tx, accountId, newEmail, now));
  if (!issued) return undefined;
  const { to, firstName, code, expiresAt } = issued;
  const recoverUrl = `${appOrigin()}/lost-email/code#${code.reveal()}`;
  const props = { firstName, newEmailMasked: maskEmail(newEmail), code: spacedCode(code), recoverUrl, expiresText: formatInstant(expiresAt) };
  return renderMessage(to, recoveryCode.subject(props), createElement(recoveryCode.RecoveryCode, props));
};

async function ownerOf(tx: Tx, accountId: string | null | undefined) {
  const [owner] = accountId ? await tx.select().from(account).where(eq(account.id, accountId)) : [];
  return owner;
}

const toAddressLeft: MessageRenderer = async (tx, staged, now) => {
  const [change] = await tx.select().from(emailChange).where(eq(emailChange.id, staged.payload.changeId ?? ''));
  const owner = await ownerOf(tx, change?.accountId);
  if (!change || !owner || !staged.address) return undefined;
  const code = newCode();
  await saveChange(tx, change.id, { oldTokenHash: codeKeyFor('objection', code.reveal(), staged.address) });
  const untilText = formatDay(addDays(dayInConnecticut(change.endedAt ?? now), objectionDays - 1));
  const notMeUrl = `${appOrigin()}/lost-email/not-me#${code.reveal()}`;
  const props = { firstName: owner.firstName, newEmailMasked: maskEmail(change.newEmail), untilText, notMeUrl, code: spacedCode(code) };
  return renderMessage(staged.address, accountMoved.subject(props), createElement(accountMoved.AccountMoved, props));
};

const toAddressStaffLeft: MessageRenderer = async (tx, staged) => {
  const [decided] = await tx
    .select({ decision: identityDecision, reference: identityCase.reference })
    .from(identityDecision)
    .innerJoin(identityCase, eq(identityCase.id, identityDecision.caseId))
    .where(eq(identityDecision.id, staged.payload.decisionId ?? ''));
  const owner = await ownerOf(tx, decided?.decision.accountId);
  if (!decided || !owner || !staged.address || decided.decision.undoneAt) return undefined;
  const newEmailMasked = maskEmail(decided.decision.details.newEmail ?? '');
  const props = { firstName: owner.firstName, newEmailMasked, caseReference: formatReference(decided.reference) };
  return renderMessage(staged.address, accountMovedByStaff.subject(props), createElement(accountMovedByStaff.AccountMovedByStaff, props));
};

const toAddressMovedFrom: MessageRenderer = async (tx, staged) => {
  const owner = await ownerOf(tx, staged.payload.accountId);
  if (!owner || !staged.address) return undefined;
  const props = { firstName: owner.firstName };
  return renderMessage(staged.address, accountMovedBack.subject(props), createElement(accountMovedBack.AccountMovedBack, props));
};

/** What this domain writes to people, by kind of message. */
export const identityMessages: Readonly<Record<string, MessageRenderer>> = {
  record_linked: toAddressOnFile,
  record_already_claimed: toOwnerOfRecord,
  case_opened: toWhoeverWaits,
  confirm_link: withCode,
  link_confirmed: thatItIsConfirmed,
  recovery_code: toSecondAddress,
  account_moved: toAddressLeft,
  account_moved_by_staff: toAddressStaffLeft,
  account_moved_back: toAddressMovedFrom,
};
