import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import { account } from '@/db/schema/accounts';
import { application, decision } from '@/db/schema/applications';
import { certificate } from '@/db/schema/certificates';
import { instrument, receipt } from '@/db/schema/payments';
import type { Tx } from '@/db/transact';
import * as amountTold from '@/emails/amount-told';
import * as applicationDenied from '@/emails/application-denied';
import * as applicationReceived from '@/emails/application-received';
import * as balanceDue from '@/emails/balance-due';
import * as cardNotAccepted from '@/emails/card-not-accepted';
import * as certificateIssued from '@/emails/certificate-issued';
import * as instrumentArrived from '@/emails/instrument-arrived';
import * as instrumentReturned from '@/emails/instrument-returned';
import * as paymentReceived from '@/emails/payment-received';
import { appOrigin } from '@/lib/env';
import type { MessageRenderer, RenderedMessage, StagedMessage } from '@/lib/mail/model';
import { renderMessage } from '@/lib/mail/render';
import { isApplicationKind } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { certificateTypeOf, kindRules } from '@/lib/rulebook/rules';
import { addDays, dayInConnecticut, formatDay, formatInstant, type Day } from '@/lib/shared/days';
import { cents, formatCents } from '@/lib/shared/money';
import { formatReference } from '@/lib/shared/references';
import { instrumentNames } from './model';
import { dueCents, laterCents, refusalSentences } from './rules';
import { findAttempt, obligationsOf } from './store';
import { paidWithWords, whatToSend, whyReturned } from './wording-rules';

type Subject = {
  readonly tx: Tx;
  readonly staged: StagedMessage;
  readonly owner: typeof account.$inferSelect;
  readonly about: typeof application.$inferSelect;
};

/** A denial can be reviewed on request within twenty days (10-145d-611). */
const reviewDays = 20;

function forApplication(
  find: (tx: Tx, staged: StagedMessage) => Promise<string | undefined>,
  render: (subject: Subject) => Promise<RenderedMessage | undefined>,
): MessageRenderer {
  return async (tx, staged) => {
    const applicationId = await find(tx, staged);
    const [about] = applicationId ? await tx.select().from(application).where(eq(application.id, applicationId)) : [];
    const [owner] = about ? await tx.select().from(account).where(eq(account.id, about.accountId)) : [];
    return about && owner ? render({ tx, staged, owner, about }) : undefined;
  };
}

const named = async (_tx: Tx, staged: StagedMessage) => staged.payload.applicationId;

function common({ owner, about }: Subject) {
  return { firstName: owner.firstName, applicationReference: formatReference(about.reference) };
}

function pageOf({ about }: Subject, page = ''): string {
  return `${appOrigin()}/applications/${about.reference}${page}`;
}

const received = forApplication(named, async (subject) => {
  const { tx, about, owner } = subject;
  const ruleSet = await loadRuleSet(tx);
  const due = dueCents(await obligationsOf(tx, about.id));
  const props = {
    ...common(subject),
    kindTitle: isApplicationKind(about.kind) ? kindRules(ruleSet, about.kind).title : 'Application',
    submittedAtText: formatInstant(about.submittedAt ?? about.updatedAt),
    dueNowText: due > 0 ? formatCents(due) : null,
    statusUrl: pageOf(subject),
  };
  return renderMessage(owner.email, applicationReceived.subject(props), createElement(applicationReceived.ApplicationReceived, props));
});

const balance = forApplication(named, async (subject) => {
  const amountText = formatCents(dueCents(await obligationsOf(subject.tx, subject.about.id)));
  const props = { ...common(subject), amountText, payUrl: pageOf(subject, '/pay') };
  return renderMessage(subject.owner.email, balanceDue.subject(props), createElement(balanceDue.BalanceDue, props));
});

const told = forApplication(named, async (subject) => {
  const obligations = await obligationsOf(subject.tx, subject.about.id);
  const now = dueCents(obligations);
  const later = laterCents(obligations);
  const amounts = { dueNowText: now > 0 ? formatCents(now) : null, dueLaterText: later > 0 ? formatCents(later) : null };
  const page = now > 0 ? pageOf(subject, '/pay') : pageOf(subject);
  const props = { ...common(subject), ...amounts, pageUrl: page };
  return renderMessage(subject.owner.email, amountTold.subject(props), createElement(amountTold.AmountTold, props));
});

const denied = forApplication(named, async (subject) => {
  const [decided] = await subject.tx.select().from(decision).where(eq(decision.applicationId, subject.about.id));
  if (!decided) return undefined;
  const reviewUntilText = formatDay(addDays(dayInConnecticut(decided.decidedAt), reviewDays));
  const props = { ...common(subject), reasonText: decided.reason ?? '', reviewUntilText, statusUrl: pageOf(subject) };
  return renderMessage(subject.owner.email, applicationDenied.subject(props), createElement(applicationDenied.ApplicationDenied, props));
});

const issued = forApplication(named, async (subject) => {
  const { tx, about, owner } = subject;
  const [made] = await tx.select().from(certificate).where(eq(certificate.applicationId, about.id));
  if (!made) return undefined;
  const props = {
    firstName: owner.firstName,
    certificateTitle: certificateTypeOf(await loadRuleSet(tx), made.typeKey).name,
    validFromText: formatDay(made.effectiveOn as Day),
    validThroughText: made.expiresOn ? formatDay(made.expiresOn as Day) : 'no end date',
    certificateUrl: `${appOrigin()}/certificates/${made.number}`,
  };
  return renderMessage(owner.email, certificateIssued.subject(props), createElement(certificateIssued.CertificateIssued, props));
});

async function receiptOf(tx: Tx, staged: StagedMessage) {
  const [row] = await tx.select().from(receipt).where(eq(receipt.number, Number(staged.payload.receiptNumber)));
  return row;
}

const paid = forApplication(
  async (tx, staged) => (await receiptOf(tx, staged))?.applicationId,
  async (subject) => {
    const row = await receiptOf(subject.tx, subject.staged);
    if (!row) return undefined;
    const amounts = { receiptNumber: String(row.number), amountText: formatCents(cents(row.cents)) };
    const receiptUrl = pageOf(subject, `/receipts/${row.number}`);
    const props = { ...common(subject), ...amounts, methodText: paidWithWords(row.method, row.paidWith), receiptUrl };
    return renderMessage(subject.owner.email, paymentReceived.subject(props), createElement(paymentReceived.PaymentReceived, props));
  },
);

async function attemptOf(tx: Tx, staged: StagedMessage) {
  return staged.payload.attemptId ? findAttempt(tx, staged.payload.attemptId) : undefined;
}

const refused = forApplication(
  async (tx, staged) => (await attemptOf(tx, staged))?.applicationId,
  async (subject) => {
    const refusal = (await attemptOf(subject.tx, subject.staged))?.refusal as keyof typeof refusalSentences | null | undefined;
    const reasonText = refusalSentences[refusal ?? 'session_expired'];
    const props = { ...common(subject), reasonText, payUrl: pageOf(subject, '/pay') };
    return renderMessage(subject.owner.email, cardNotAccepted.subject(props), createElement(cardNotAccepted.CardNotAccepted, props));
  },
);

async function instrumentOf(tx: Tx, staged: StagedMessage) {
  const id = staged.payload.instrumentId;
  const [row] = id ? await tx.select().from(instrument).where(eq(instrument.id, id)) : [];
  return row;
}

const arrived = forApplication(
  async (tx, staged) => (await instrumentOf(tx, staged))?.applicationId ?? undefined,
  async (subject) => {
    const row = await instrumentOf(subject.tx, subject.staged);
    if (!row) return undefined;
    const what = { kindText: instrumentNames[row.kind], amountText: formatCents(cents(row.cents)) };
    const props = { ...common(subject), ...what, statusUrl: pageOf(subject) };
    return renderMessage(subject.owner.email, instrumentArrived.subject(props), createElement(instrumentArrived.InstrumentArrived, props));
  },
);

const returned = forApplication(
  async (tx, staged) => (await instrumentOf(tx, staged))?.applicationId ?? undefined,
  async (subject) => {
    const row = await instrumentOf(subject.tx, subject.staged);
    if (!row) return undefined;
    const words = { reasonText: whyReturned(row.kind, row.returnReason), whatToSendText: whatToSend };
    const props = { ...common(subject), ...words, statusUrl: pageOf(subject) };
    return renderMessage(subject.owner.email, instrumentReturned.subject(props), createElement(instrumentReturned.InstrumentReturned, props));
  },
);

/** What is written to people about their applications and their money, by kind of message. */
export const paymentMessages: Readonly<Record<string, MessageRenderer>> = {
  application_received: received,
  balance_due: balance,
  amount_told: told,
  application_denied: denied,
  certificate_issued: issued,
  payment_received: paid,
  card_not_accepted: refused,
  instrument_arrived: arrived,
  instrument_returned: returned,
};
