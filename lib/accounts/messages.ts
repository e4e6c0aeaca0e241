import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import { account, emailChange, temporaryPassword } from '@/db/schema/accounts';
import type { Tx } from '@/db/transact';
import * as accountAlreadyExists from '@/emails/account-already-exists';
import * as accountMoveCode from '@/emails/account-move-code';
import * as accountTemporaryPassword from '@/emails/account-temporary-password';
import * as accountUsername from '@/emails/account-username';
import * as emailChangeNew from '@/emails/email-change-new';
import * as emailChangeOld from '@/emails/email-change-old';
import * as emailChanged from '@/emails/email-changed';
import * as noAccount from '@/emails/no-account';
import * as passwordChanged from '@/emails/password-changed';
import * as recoveryAddressChanged from '@/emails/recovery-address-changed';
import * as recoveryAddressCode from '@/emails/recovery-address-code';
import * as usernameReminder from '@/emails/username-reminder';
import { appOrigin } from '@/lib/env';
import type { MessageRenderer, StagedMessage } from '@/lib/mail/model';
import { renderMessage } from '@/lib/mail/render';
import { formatInstant } from '@/lib/shared/days';
import { maskEmail } from '@/lib/shared/email-address';
import { codeKey, codeKeyFor, formatUsername, newCode, spacedCode } from './codes';
import { saveChange } from './move-steps';
import { findRecovery, saveRecovery } from './recovery-store';
import { hoursLater, recoveryHours, temporaryPasswordHours } from './rules';
import { lockAccount } from './store';

type Owner = typeof account.$inferSelect;

const page = (path: string) => `${appOrigin()}${path}`;

function toOwner(render: (owner: Owner, tx: Tx, staged: StagedMessage, now: Date) => ReturnType<MessageRenderer>): MessageRenderer {
  return async (tx, staged, now) => {
    const [owner] = staged.accountId ? await tx.select().from(account).where(eq(account.id, staged.accountId)) : [];
    return owner && !owner.closedAt ? render(owner, tx, staged, now) : undefined;
  };
}

const username = toOwner((owner) => {
  const props = { firstName: owner.firstName, username: formatUsername(owner.username), loginUrl: page('/login') };
  return renderMessage(owner.email, accountUsername.subject(props), createElement(accountUsername.AccountUsername, props));
});

// Minted here, as it is sent: in no queue, no log, no other table; only its keyed hash stays.
const temporary = toOwner(async (owner, tx, staged, now) => {
  const code = newCode();
  const expiresAt = hoursLater(now, temporaryPasswordHours);
  await tx
    .insert(temporaryPassword)
    .values({ accountId: owner.id, hash: codeKey(code.reveal()), mintedAt: now, expiresAt });
  const purpose = staged.payload.purpose === 'forgot-password' ? 'forgot-password' : 'new-account';
  const words = { firstName: owner.firstName, expiresText: formatInstant(expiresAt), loginUrl: page('/login'), purpose } as const;
  const props = { ...words, temporaryPassword: spacedCode(code) };
  const template = createElement(accountTemporaryPassword.AccountTemporaryPassword, props);
  return renderMessage(owner.email, accountTemporaryPassword.subject(props), template);
});

const alreadyExists = toOwner((owner) => {
  const urls = { loginUrl: page('/login'), forgotUsernameUrl: page('/forgot-username'), forgotPasswordUrl: page('/forgot-password') };
  const props = { firstName: owner.firstName, ...urls };
  return renderMessage(owner.email, accountAlreadyExists.subject(props), createElement(accountAlreadyExists.AccountAlreadyExists, props));
});

const reminder = toOwner((owner) => {
  const props = { firstName: owner.firstName, username: formatUsername(owner.username), loginUrl: page('/login') };
  return renderMessage(owner.email, usernameReminder.subject(props), createElement(usernameReminder.UsernameReminder, props));
});

const nobody: MessageRenderer = async (_tx, staged) => {
  if (!staged.address) return undefined;
  const props = { createAccountUrl: page('/create-account') };
  return renderMessage(staged.address, noAccount.subject(props), createElement(noAccount.NoAccount, props));
};

const changedPassword = toOwner((owner, _tx, _staged, now) => {
  const atText = formatInstant(owner.passwordSetAt ?? now);
  const props = { firstName: owner.firstName, atText, forgotPasswordUrl: page('/forgot-password') };
  return renderMessage(owner.email, passwordChanged.subject(props), createElement(passwordChanged.PasswordChanged, props));
});

async function findChange(tx: Tx, staged: StagedMessage) {
  const changeId = staged.payload.changeId;
  const [change] = changeId ? await tx.select().from(emailChange).where(eq(emailChange.id, changeId)) : [];
  return change;
}

function changeCode(side: 'old' | 'new'): MessageRenderer {
  return toOwner(async (owner, tx, staged) => {
    const change = await findChange(tx, staged);
    const code = newCode();
    const hash = codeKey(code.reveal());
    if (change) {
      await tx
        .update(emailChange)
        .set(side === 'old' ? { oldTokenHash: hash } : { newTokenHash: hash })
        .where(eq(emailChange.id, change.id));
    }
    const newEmail = change?.newEmail ?? owner.email;
    const expiresText = formatInstant(change?.expiresAt ?? owner.createdAt);
    const shared = { firstName: owner.firstName, code: spacedCode(code), confirmUrl: page('/profile/email'), expiresText };
    if (side === 'new') {
      return renderMessage(newEmail, emailChangeNew.subject(shared), createElement(emailChangeNew.EmailChangeNew, shared));
    }
    const props = { ...shared, newEmailMasked: maskEmail(newEmail) };
    return renderMessage(owner.email, emailChangeOld.subject(props), createElement(emailChangeOld.EmailChangeOld, props));
  });
}

const changedEmail: MessageRenderer = async (tx, staged) => {
  const change = await findChange(tx, staged);
  if (!change || !staged.address) return undefined;
  const [owner] = await tx.select().from(account).where(eq(account.id, change.accountId));
  if (!owner) return undefined;
  const props = { firstName: owner.firstName, newEmailMasked: maskEmail(change.newEmail) };
  return renderMessage(staged.address, emailChanged.subject(props), createElement(emailChanged.EmailChanged, props));
};

const secondAddress = toOwner(async ({ id, firstName }, tx, _staged, now) => {
  await lockAccount(tx, id);
  const waiting = await findRecovery(tx, id);
  if (!waiting || waiting.confirmedAt) return undefined;
  const code = newCode();
  const expiresAt = hoursLater(now, recoveryHours);
  await saveRecovery(tx, id, { codeHash: codeKey(code.reveal()), codeExpiresAt: expiresAt });
  const props = { firstName, code: spacedCode(code), confirmUrl: page('/profile/second-email'), expiresText: formatInstant(expiresAt) };
  return renderMessage(waiting.email, recoveryAddressCode.subject(props), createElement(recoveryAddressCode.RecoveryAddressCode, props));
});

const changedSecondAddress = toOwner(async (owner, tx, staged) => {
  const change = staged.payload.change === 'removed' ? 'removed' : 'added';
  const second = await findRecovery(tx, owner.id);
  const props = { firstName: owner.firstName, change, addressMasked: maskEmail(second?.email ?? ''), profileUrl: page('/profile') } as const;
  const template = createElement(recoveryAddressChanged.RecoveryAddressChanged, props);
  return renderMessage(owner.email, recoveryAddressChanged.subject(props), template);
});

// To the new address of an account that moves by its second one.
const moveCode = toOwner(async ({ firstName }, tx, staged) => {
  const change = await findChange(tx, staged);
  if (!change || change.endedAt) return undefined;
  const code = newCode();
  await saveChange(tx, change.id, { newTokenHash: codeKeyFor('move', code.reveal()) });
  // After the sign, so that the code is in no request and no log; a browser with scripts puts it into the form.
  const recoverUrl = page(`/lost-email/new-address#${code.reveal()}`);
  const props = { firstName, code: spacedCode(code), recoverUrl, expiresText: formatInstant(change.expiresAt) };
  return renderMessage(change.newEmail, accountMoveCode.subject(props), createElement(accountMoveCode.AccountMoveCode, props));
});

/** What this domain writes to people, by kind of message. */
export const accountMessages: Readonly<Record<string, MessageRenderer>> = {
  account_username: username,
  account_temporary_password: temporary,
  account_already_exists: alreadyExists,
  username_reminder: reminder,
  no_account: nobody,
  password_changed: changedPassword,
  email_change_old: changeCode('old'),
  email_change_new: changeCode('new'),
  email_changed: changedEmail,
  recovery_address_code: secondAddress,
  recovery_address_changed: changedSecondAddress,
  account_move_code: moveCode,
};
