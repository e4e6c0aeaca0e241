import { readdirSync } from 'node:fs';
import { render } from '@react-email/render';
import type { ComponentType, ReactElement } from 'react';
import * as accountAlreadyExists from './account-already-exists';
import * as accountMoveCode from './account-move-code';
import * as accountMoved from './account-moved';
import * as accountMovedBack from './account-moved-back';
import * as accountMovedByStaff from './account-moved-by-staff';
import * as accountTemporaryPassword from './account-temporary-password';
import * as accountUsername from './account-username';
import * as applicationDenied from './application-denied';
import * as applicationReceived from './application-received';
import * as amountTold from './amount-told';
import * as balanceDue from './balance-due';
import * as cardNotAccepted from './card-not-accepted';
import * as caseOpened from './case-opened';
import * as certificateIssued from './certificate-issued';
import * as confirmLink from './confirm-link';
import * as documentAsked from './document-asked';
import * as emailChangeNew from './email-change-new';
import * as emailChangeOld from './email-change-old';
import * as emailChanged from './email-changed';
import * as fileInfected from './file-infected';
import * as identityAnswered from './identity-answered';
import * as identityDone from './identity-done';
import * as identityRejected from './identity-rejected';
import * as identityReopened from './identity-reopened';
import * as instrumentArrived from './instrument-arrived';
import * as instrumentReturned from './instrument-returned';
import * as itemsMissing from './items-missing';
import * as renewalReminder from './renewal-reminder';
import * as linkConfirmed from './link-confirmed';
import * as noAccount from './no-account';
import * as passwordChanged from './password-changed';
import * as paymentReceived from './payment-received';
import * as recordAlreadyClaimed from './record-already-claimed';
import * as recordChanged from './record-changed';
import * as recordLinked from './record-linked';
import * as recoveryAddressChanged from './recovery-address-changed';
import * as recoveryAddressCode from './recovery-address-code';
import * as recoveryCode from './recovery-code';
import * as remittanceReminder from './remittance-reminder';
import * as staffInvitation from './staff-invitation';
import * as usernameReminder from './username-reminder';

const origin = 'https://cecs.example.gov';
const url = (path: string) => `${origin}${path}`;
const firstName = 'Maria';
const applicationReference = 'A000-04K2';
const expiresText = 'November 25, 2026 at 3:04 PM Eastern Time';
const atText = 'November 24, 2026 at 3:04 PM Eastern Time';
const code = '7K2QD-M9XTR-4HVWB-0ZC8N-GJ51EP';
const temporary = { firstName, temporaryPassword: code, expiresText, loginUrl: url('/login') };
const received = { firstName, applicationReference, submittedAtText: atText, statusUrl: url('/applications/A00004K2') };

type Sample = { readonly subject: string; readonly element: ReactElement; readonly links: string[]; readonly codes: string[] };

/** The links and codes a message is made for are the props that hold them. */
function sample<P extends object>(subject: (props: P) => string, Template: ComponentType<P>, props: P): Sample {
  const entries = Object.entries(props).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    subject: subject(props),
    element: <Template {...props} />,
    links: entries.filter(([name]) => name.endsWith('Url')).map(([, value]) => value),
    codes: entries.filter(([name]) => ['username', 'temporaryPassword', 'code', 'caseReference', 'slipReference'].includes(name)).map(([, value]) => value),
  };
}

const samples: Record<string, Sample> = {
  'account-username': sample(accountUsername.subject, accountUsername.AccountUsername, {
    firstName,
    username: 'ML-7Q2K-9X',
    loginUrl: url('/login'),
  }),
  'account-temporary-password': sample(
    accountTemporaryPassword.subject,
    accountTemporaryPassword.AccountTemporaryPassword,
    { ...temporary, purpose: 'new-account' },
  ),
  'account-temporary-password, forgotten': sample(
    accountTemporaryPassword.subject,
    accountTemporaryPassword.AccountTemporaryPassword,
    { ...temporary, purpose: 'forgot-password' },
  ),
  'account-already-exists': sample(accountAlreadyExists.subject, accountAlreadyExists.AccountAlreadyExists, {
    firstName,
    loginUrl: url('/login'),
    forgotUsernameUrl: url('/forgot-username'),
    forgotPasswordUrl: url('/forgot-password'),
  }),
  'username-reminder': sample(usernameReminder.subject, usernameReminder.UsernameReminder, {
    firstName,
    username: 'ML-7Q2K-9X',
    loginUrl: url('/login'),
  }),
  'no-account': sample(noAccount.subject, noAccount.NoAccount, { createAccountUrl: url('/create-account') }),
  'password-changed': sample(passwordChanged.subject, passwordChanged.PasswordChanged, {
    firstName,
    atText,
    forgotPasswordUrl: url('/forgot-password'),
  }),
  'email-change-old': sample(emailChangeOld.subject, emailChangeOld.EmailChangeOld, {
    firstName,
    newEmailMasked: 'm•••@school.example',
    code,
    confirmUrl: url('/profile/email'),
    expiresText,
  }),
  'email-change-new': sample(emailChangeNew.subject, emailChangeNew.EmailChangeNew, {
    firstName,
    code,
    confirmUrl: url('/profile/email'),
    expiresText,
  }),
  'email-changed': sample(emailChanged.subject, emailChanged.EmailChanged, { firstName, newEmailMasked: 'm•••@school.example' }),
  'recovery-address-code': sample(recoveryAddressCode.subject, recoveryAddressCode.RecoveryAddressCode, {
    ...{ firstName, code, expiresText },
    confirmUrl: url('/profile/second-email'),
  }),
  'recovery-address-changed': sample(recoveryAddressChanged.subject, recoveryAddressChanged.RecoveryAddressChanged, {
    ...{ firstName, change: 'added', addressMasked: 'm•••@home.example' },
    profileUrl: url('/profile'),
  }),
  'recovery-address-changed, removed': sample(recoveryAddressChanged.subject, recoveryAddressChanged.RecoveryAddressChanged, {
    ...{ firstName, change: 'removed', addressMasked: '' },
    profileUrl: url('/profile'),
  }),
  'recovery-code': sample(recoveryCode.subject, recoveryCode.RecoveryCode, {
    ...{ firstName, code, expiresText, newEmailMasked: 'm•••@school.example' },
    recoverUrl: url('/lost-email/code#7K3M9QXZ'),
  }),
  'account-move-code': sample(accountMoveCode.subject, accountMoveCode.AccountMoveCode, {
    ...{ firstName, code, expiresText },
    recoverUrl: url('/lost-email/new-address#7K3M9QXZ'),
  }),
  'account-moved': sample(accountMoved.subject, accountMoved.AccountMoved, {
    ...{ firstName, code, newEmailMasked: 'm•••@school.example', untilText: 'December 8, 2026' },
    notMeUrl: url('/lost-email/not-me#7K3M9QXZ'),
  }),
  'account-moved-by-staff': sample(accountMovedByStaff.subject, accountMovedByStaff.AccountMovedByStaff, {
    ...{ firstName, newEmailMasked: 'm•••@school.example', caseReference: 'C000-01ZM' },
  }),
  'account-moved-back': sample(accountMovedBack.subject, accountMovedBack.AccountMovedBack, { firstName }),
  'confirm-link': sample(confirmLink.subject, confirmLink.ConfirmLink, {
    ...{ atText, code, confirmUrl: url('/confirm') },
    ...{ notMeUrl: url('/not-me#7K3M9QXZ'), notMeCode: '9QXZ7-K3M2P-4HVWB-0ZC8N-GJ51EP' },
  }),
  'link-confirmed': sample(linkConfirmed.subject, linkConfirmed.LinkConfirmed, { firstName, atText, homeUrl: url('/home') }),
  'record-linked': sample(recordLinked.subject, recordLinked.RecordLinked, { atText, notMeUrl: url('/not-me#7K3M9QXZ'), code: '7K3M9-QXZ' }),
  'record-already-claimed': sample(recordAlreadyClaimed.subject, recordAlreadyClaimed.RecordAlreadyClaimed, {
    atText,
    loginUrl: url('/login'),
  }),
  'case-opened': sample(caseOpened.subject, caseOpened.CaseOpened, {
    firstName,
    caseReference: 'C000-01ZM',
    promisedByText: 'December 1, 2026',
    pageUrl: url('/home'),
    takesDocuments: false,
  }),
  'case-opened, with documents': sample(caseOpened.subject, caseOpened.CaseOpened, {
    ...{ firstName, caseReference: 'C000-01ZM', promisedByText: 'December 1, 2026' },
    pageUrl: url('/profile/requests/name'),
    takesDocuments: true,
  }),
  'document-asked': sample(documentAsked.subject, documentAsked.DocumentAsked, {
    ...{ firstName, caseReference: 'C000-01ZM', promisedByText: 'December 1, 2026' },
    askedFor: 'A copy of your marriage certificate',
    confirmUrl: url('/confirm'),
  }),
  'file-infected': sample(fileInfected.subject, fileInfected.FileInfected, { firstName, sendUrl: url('/applications/A00001Z3/papers/D00001Z3') }),
  'identity-answered': sample(identityAnswered.subject, identityAnswered.IdentityAnswered, {
    ...{ firstName, answer: 'linked' },
    homeUrl: url('/home'),
  }),
  'identity-done': sample(identityDone.subject, identityDone.IdentityDone, {
    ...{ firstName, caseReference: 'C000-01ZM' },
    reasonText: 'The document is of somebody else.',
    homeUrl: url('/home'),
  }),
  'identity-rejected': sample(identityRejected.subject, identityRejected.IdentityRejected, {
    ...{ firstName, caseReference: 'C000-01ZM' },
    reasonText: 'The document is of somebody else.',
    homeUrl: url('/home'),
  }),
  'identity-reopened': sample(identityReopened.subject, identityReopened.IdentityReopened, {
    ...{ firstName, caseReference: 'C000-01ZM', promisedByText: 'December 1, 2026' },
    homeUrl: url('/home'),
  }),
  'record-changed': sample(recordChanged.subject, recordChanged.RecordChanged, { firstName, change: 'name', atText, homeUrl: url('/home') }),
  'application-received': sample(applicationReceived.subject, applicationReceived.ApplicationReceived, {
    ...received,
    kindTitle: 'Advance to Professional',
    dueNowText: '$375',
  }),
  'application-received, nothing due': sample(applicationReceived.subject, applicationReceived.ApplicationReceived, {
    ...received,
    kindTitle: 'Continue a Professional certificate',
    dueNowText: null,
  }),
  'remittance-reminder': sample(remittanceReminder.subject, remittanceReminder.RemittanceReminder, {
    firstName,
    applicationReference,
    amountText: '$50',
    slipReference: 'R000-02T7',
    slipUrl: url('/applications/A00004K2/slip'),
  }),
  'payment-received': sample(paymentReceived.subject, paymentReceived.PaymentReceived, {
    firstName,
    receiptNumber: '1042',
    amountText: '$375',
    methodText: 'Visa credit card ending 4242',
    applicationReference,
    receiptUrl: url('/applications/A00004K2/receipts/1042'),
  }),
  'card-not-accepted': sample(cardNotAccepted.subject, cardNotAccepted.CardNotAccepted, {
    firstName,
    applicationReference,
    reasonText: 'This is a debit card. Only credit cards are accepted.',
    payUrl: url('/applications/A00004K2/pay'),
  }),
  'instrument-arrived': sample(instrumentArrived.subject, instrumentArrived.InstrumentArrived, {
    firstName,
    applicationReference,
    kindText: 'money order',
    amountText: '$50',
    statusUrl: url('/applications/A00004K2'),
  }),
  'instrument-returned': sample(instrumentReturned.subject, instrumentReturned.InstrumentReturned, {
    firstName,
    applicationReference,
    reasonText: 'Personal checks are not accepted.',
    whatToSendText: 'Send a certified bank check, a cashier’s check or a money order with your slip.',
    statusUrl: url('/applications/A00004K2'),
  }),
  'amount-told': sample(amountTold.subject, amountTold.AmountTold, {
    firstName,
    applicationReference,
    dueNowText: '$50',
    dueLaterText: '$30',
    pageUrl: url('/applications/A00004K2/pay'),
  }),
  'balance-due': sample(balanceDue.subject, balanceDue.BalanceDue, {
    firstName,
    applicationReference,
    amountText: '$150',
    payUrl: url('/applications/A00004K2/pay'),
  }),
  'renewal-reminder': sample(renewalReminder.subject, renewalReminder.RenewalReminder, {
    firstName,
    certificates: [{ title: 'Professional Educator Certificate (K000-0ZRR)', ends: 'Ends on June 30, 2027.' }],
    homeUrl: url('/home'),
    profileUrl: url('/profile'),
  }),
  'items-missing': sample(itemsMissing.subject, itemsMissing.ItemsMissing, {
    firstName,
    applicationReference,
    items: [
      { title: 'Official transcript', howToSend: 'Ask your college to send it to us.' },
      { title: 'Statement of experience (ED 126)', howToSend: 'Your superintendent signs it. Mail the original.' },
    ],
    untilText: 'November 24, 2028',
    statusUrl: url('/applications/A00004K2'),
  }),
  'application-denied': sample(applicationDenied.subject, applicationDenied.ApplicationDenied, {
    firstName,
    applicationReference,
    reasonText: 'The coursework does not yet cover this endorsement.',
    reviewUntilText: 'December 14, 2026',
    statusUrl: url('/applications/A00004K2'),
  }),
  'application-denied, final': sample(applicationDenied.subject, applicationDenied.ApplicationDenied, {
    firstName,
    applicationReference,
    reasonText: '',
    reviewUntilText: null,
    statusUrl: url('/applications/A00004K2'),
  }),
  'certificate-issued': sample(certificateIssued.subject, certificateIssued.CertificateIssued, {
    firstName,
    certificateTitle: 'Professional Educator Certificate',
    validFromText: 'January 15, 2027',
    validThroughText: 'January 14, 2037',
    certificateUrl: url('/certificates/K000001A'),
  }),
  'staff-invitation': sample(staffInvitation.subject, staffInvitation.StaffInvitation, {
    roleText: 'Reviewer',
    inviteUrl: url('/invitation#3FQK7Z'),
    expiresText,
  }),
};

const textOf = (element: ReactElement) => render(element, { plainText: true });
const linesOf = (text: string) => text.split('\n');
const occurrences = (text: string, part: string) => text.split(part).length - 1;
const allUrls = (text: string) => text.match(/https?:\/\/[^\s"<]+/g) ?? [];

test('every template stands in the table', () => {
  const files = readdirSync(__dirname).filter((name) => !name.startsWith('_') && !name.includes('.test.'));
  const kinds = Object.keys(samples).map((name) => name.replace(/,.*/, ''));
  expect([...new Set(kinds)].sort()).toEqual(files.map((name) => name.replace('.tsx', '')).sort());
});

describe.each(Object.entries(samples))('%s', (_kind, { subject, element, links, codes }) => {
  test('is a whole page in English with a title and a preview that gives no code away', async () => {
    const html = await render(element);
    expect(html).toMatch(/<html[^>]* lang="en"/);
    expect(html).toContain(`<title>${subject.replaceAll('&', '&amp;')}</title>`);
    const preview = /<div style="display:none[^>]*>([^<]+)/.exec(html)?.[1] ?? '';
    expect(preview.length).toBeGreaterThan(10);
    for (const one of codes) expect(preview).not.toContain(one);
    for (const link of links) expect(html).toContain(`href="${link}"`);
  });

  test('has a subject that fits a list of messages', () => {
    expect(subject.length).toBeLessThanOrEqual(60);
    expect(subject).not.toContain('\n');
  });

  test('writes each link once in plain text, and no link but to the site', async () => {
    const text = await textOf(element);
    const [html, own] = [await render(element), links.length > 0 ? 1 : 0];
    for (const link of links) expect(linesOf(text).filter((line) => line.includes(link))).toHaveLength(1);
    expect(allUrls(text)).toHaveLength(links.length + own);
    const targets = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    expect(targets.filter((target) => !target?.startsWith(`${origin}/`))).toEqual([]);
    expect(html).not.toMatch(/<img|<script|src=|url\(/);
  });

  test('sets each code alone on its line, and shows it once', async () => {
    const text = await textOf(element);
    for (const one of codes) {
      expect(linesOf(text)).toContain(one);
      expect(occurrences(text, one)).toBe(1);
      expect(occurrences(await render(element), `>${one}<`)).toBe(1);
    }
  });

  test('puts each address alone on its line', async () => {
    const text = await textOf(element);
    for (const link of links) expect(linesOf(text)).toContain(link);
    if (links.length === 0) expect(text).toContain('it has no links');
  });

  test('says who sends it and how to check', async () => {
    const text = await textOf(element);
    expect(text).toContain('Connecticut Education Certification System (CECS)');
    expect(text).toContain('Bureau of Certification');
    expect(text).toContain('How to check that this message is from us');
    if (links.length > 0) expect(text).toContain(`starts with ${origin}/`);
  });

  test('holds nothing shaped like an SSN', async () => {
    expect(await textOf(element)).not.toMatch(/\b\d{3}[- ]?\d{2}[- ]?\d{4}\b/);
  });

  test('speaks in short sentences', async () => {
    const prose = (await textOf(element)).replace(/https?:\S+|a\.m\.|p\.m\./g, '').split(/[.?!:]\s|\n+/);
    const longest = Math.max(...prose.map((sentence) => sentence.split(/\s+/).filter(Boolean).length));
    expect(longest).toBeLessThanOrEqual(24);
  });
});

test('a name that looks like markup is only text', async () => {
  const element = <passwordChanged.PasswordChanged firstName="<b>&Co</b>" atText={atText} forgotPasswordUrl={url('/forgot')} />;
  expect(await render(element)).toContain('Hello &lt;b&gt;&amp;Co&lt;/b&gt;,');
  expect(await textOf(element)).toContain('Hello <b>&Co</b>,');
});

test('a forgotten password keeps working until a new one is set; a new account has none yet', async () => {
  const [fresh, forgotten] = [samples['account-temporary-password'], samples['account-temporary-password, forgotten']];
  expect(fresh && (await textOf(fresh.element))).toContain('Your username is in our other message');
  expect(forgotten && (await textOf(forgotten.element))).toContain('The password you had works until you set a new one');
});

test('an application with nothing to pay does not speak of paying', async () => {
  const [free, owing] = [samples['application-received, nothing due'], samples['application-received']];
  expect(free && (await textOf(free.element))).not.toMatch(/\bPay\b|payment/);
  expect(owing && (await textOf(owing.element))).toContain('Due now: $375');
});

test('a final denial offers no review', async () => {
  const [reviewable, final] = [samples['application-denied'], samples['application-denied, final']];
  expect(reviewable && (await textOf(reviewable.element))).toContain('ask for a review until December 14, 2026');
  expect(final && (await textOf(final.element))).not.toContain('review');
});

test('somebody whose name we do not know is greeted all the same', async () => {
  const element = <caseOpened.CaseOpened firstName="" caseReference="C1" promisedByText="May 1, 2027" pageUrl={url('/home')} takesDocuments={false} />;
  expect(linesOf(await textOf(element))[0]).toBe('Hello,');
});
