import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import { account } from '@/db/schema/accounts';
import { application, requirement } from '@/db/schema/applications';
import { document } from '@/db/schema/documents';
import { identityCase, identityDecision } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import * as documentAsked from '@/emails/document-asked';
import * as fileInfected from '@/emails/file-infected';
import * as identityAnswered from '@/emails/identity-answered';
import * as identityDone from '@/emails/identity-done';
import * as identityRejected from '@/emails/identity-rejected';
import * as identityReopened from '@/emails/identity-reopened';
import * as itemsMissing from '@/emails/items-missing';
import * as recordChanged from '@/emails/record-changed';
import { asRequirement, isOwed } from '@/lib/applications/requirement-rules';
import { requirementsOf } from '@/lib/applications/steps';
import { appOrigin } from '@/lib/env';
import { sendPageOf } from '@/lib/identity/rules';
import type { MessageRenderer, StagedMessage } from '@/lib/mail/model';
import { renderMessage } from '@/lib/mail/render';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { formatDay, formatInstant, type Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { formatReference } from '@/lib/shared/references';

const homeUrl = () => `${appOrigin()}/home`;

/** The account, or the address of somebody who cannot sign in and gave their name with it. */
async function reader(tx: Tx, staged: StagedMessage, details: Readonly<Record<string, string>> = {}) {
  const [owner] = staged.accountId ? await tx.select().from(account).where(eq(account.id, staged.accountId)) : [];
  const to = owner?.email ?? staged.address;
  return to ? { to, firstName: owner?.firstName ?? details.firstName ?? '' } : undefined;
}

async function decisionOf(tx: Tx, { payload }: StagedMessage) {
  const id = must(payload.decisionId, 'the decision of a message');
  const [row] = await tx.select().from(identityDecision).where(eq(identityDecision.id, id));
  return must(row, 'the decision of a message');
}

async function caseOf(tx: Tx, id: string | null | undefined) {
  const [row] = await tx.select().from(identityCase).where(eq(identityCase.id, must(id, 'the case of a message')));
  return must(row, 'the case of a message');
}

const answers: Readonly<Record<string, 'linked' | 'new' | 'confirmed'>> = { new: 'new', confirm: 'confirmed' };

const answered: MessageRenderer = async (tx, staged) => {
  const decision = await decisionOf(tx, staged);
  const to = await reader(tx, staged);
  // Taken back before it was sent: what it would say is not so.
  if (!to || decision.undoneAt) return undefined;
  const props = { firstName: to.firstName, answer: answers[decision.kind] ?? 'linked', homeUrl: homeUrl() };
  return renderMessage(to.to, identityAnswered.subject(props), createElement(identityAnswered.IdentityAnswered, props));
};

const inWords: MessageRenderer = async (tx, staged) => {
  const decision = await decisionOf(tx, staged);
  const about = await caseOf(tx, decision.caseId);
  const to = await reader(tx, staged, about.details);
  if (!to || decision.undoneAt) return undefined;
  const caseReference = formatReference(about.reference);
  const props = { firstName: to.firstName, caseReference, reasonText: decision.reason, homeUrl: homeUrl() };
  const [subject, template] =
    decision.kind === 'answer' ? [identityDone.subject, identityDone.IdentityDone] : [identityRejected.subject, identityRejected.IdentityRejected];
  return renderMessage(to.to, subject(props), createElement(template, props));
};

const asked: MessageRenderer = async (tx, staged) => {
  const about = await caseOf(tx, staged.payload.caseId);
  const to = await reader(tx, staged, about.details);
  if (!to || !about.askedFor || about.closedAt) return undefined;
  const { firstName } = to;
  const promise = { caseReference: formatReference(about.reference), promisedByText: formatDay(about.promisedBy as Day) };
  const props = { firstName, ...promise, askedFor: about.askedFor, confirmUrl: `${appOrigin()}${sendPageOf(about.kind)}` };
  return renderMessage(to.to, documentAsked.subject(props), createElement(documentAsked.DocumentAsked, props));
};

const reopened: MessageRenderer = async (tx, staged) => {
  const about = await caseOf(tx, staged.payload.caseId);
  const to = await reader(tx, staged);
  if (!to || about.closedAt) return undefined;
  const { firstName } = to;
  const promise = { caseReference: formatReference(about.reference), promisedByText: formatDay(about.promisedBy as Day) };
  const props = { firstName, ...promise, homeUrl: homeUrl() };
  return renderMessage(to.to, identityReopened.subject(props), createElement(identityReopened.IdentityReopened, props));
};

const changes: Readonly<Record<string, 'name' | 'ssn' | 'birthDate' | 'merged'>> = {
  correct_name: 'name',
  correct_ssn: 'ssn',
  correct_birth_date: 'birthDate',
};

const changed: MessageRenderer = async (tx, staged) => {
  const decision = await decisionOf(tx, staged);
  const to = await reader(tx, staged);
  if (!to || decision.undoneAt || !decision.doneAt) return undefined;
  const { firstName } = to;
  const props = { firstName, change: changes[decision.kind] ?? 'merged', atText: formatInstant(decision.doneAt), homeUrl: homeUrl() };
  return renderMessage(to.to, recordChanged.subject(props), createElement(recordChanged.RecordChanged, props));
};

/** What staff write to people, by kind of message. */
const missing: MessageRenderer = async (tx, staged) => {
  const [about] = await tx.select().from(application).where(eq(application.id, must(staged.payload.applicationId, 'the application of a message')));
  const to = await reader(tx, staged);
  const ruleSet = await loadRuleSet(tx);
  const rows = about && !about.closedAt ? await requirementsOf(tx, about.id) : [];
  const owed = rows.map((row) => asRequirement(row, ruleSet)).filter(({ state, paper }) => isOwed(state, paper.owedBy));
  // All of it came before this was sent.
  if (!about || !to || owed.length === 0) return undefined;
  const items = owed.map((item) => ({
    title: `${item.paper.title}${item.about ? `: ${item.about}` : ''}`,
    howToSend: [item.refusal, item.note, item.paper.howToSend].filter(Boolean).join(' '),
  }));
  const [first] = owed.flatMap(({ dueOn }) => dueOn ?? []).toSorted();
  const words = { items, untilText: first ? formatDay(first) : null, statusUrl: `${appOrigin()}/applications/${about.reference}` };
  const props = { firstName: to.firstName, applicationReference: formatReference(about.reference), ...words };
  return renderMessage(to.to, itemsMissing.subject(props), createElement(itemsMissing.ItemsMissing, props));
};

const infected: MessageRenderer = async (tx, staged) => {
  const [about] = await tx
    .select({ item: requirement.reference, application: application.reference })
    .from(document)
    .innerJoin(requirement, eq(requirement.id, document.requirementId))
    .innerJoin(application, eq(application.id, requirement.applicationId))
    .where(eq(document.id, must(staged.payload.documentId, 'the document of a message')));
  const to = await reader(tx, staged);
  if (!to) return undefined;
  // What was sent for an identity case is sent again from home, which says where.
  const sendUrl = about ? `${appOrigin()}/applications/${about.application}/papers/${about.item}` : homeUrl();
  const props = { firstName: to.firstName, sendUrl };
  return renderMessage(to.to, fileInfected.subject(), createElement(fileInfected.FileInfected, props));
};

export const staffMessages: Readonly<Record<string, MessageRenderer>> = {
  file_infected: infected,
  items_missing: missing,
  identity_answered: answered,
  identity_done: inWords,
  identity_rejected: inWords,
  document_asked: asked,
  identity_reopened: reopened,
  record_changed: changed,
};
