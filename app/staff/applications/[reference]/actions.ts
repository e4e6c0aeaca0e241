'use server';

import { redirect } from 'next/navigation';
import { askForPaper } from '@/lib/staff/ask-for-paper';
import { decideApplication } from '@/lib/staff/decide-application';
import { issueCertificate } from '@/lib/staff/issue-certificate';
import { judgeRequirement } from '@/lib/staff/judge-requirement';
import { decideInput, issueInput } from '@/lib/staff/model';
import { askForPaperInput, judgeInput, reviewInput } from '@/lib/staff/requirement-model';
import { reviewApplication } from '@/lib/staff/review-application';
import { defineAction } from '@/lib/web/define-action';
import { opened } from './opened';

const notAllowed = 'Your role may not do this. Ask your administrator if you need it for your work.';
const notFound = 'We cannot find this application.';

export const decideAction = defineAction({
  actor: 'staff',
  input: decideInput,
  keep: ['outcome', 'reason'],
  run: async (ctx, input) => opened(await decideApplication(ctx, input), input),
  messages: {
    not_allowed: notAllowed,
    not_found: notFound,
    not_in_queue: 'This application is not in the queue: it waits for its payment, or was withdrawn.',
    already_decided: 'Somebody has decided this already. Reload the page to see what.',
    reason_missing: 'Say why it is denied. The educator reads it.',
    items_open: 'An item of the list is still open. Accept each, or say that it is not needed.',
    no_person: 'It is not linked to a record yet, so it cannot be approved. Settle the identity case first.',
  },
  fields: { reason_missing: 'reason' },
  onOk: async ({ page, outcome }) => redirect(`${page}&done=${outcome}`),
});

export const issueAction = defineAction({
  actor: 'staff',
  input: issueInput,
  keep: [],
  run: async (ctx, input) => opened(await issueCertificate(ctx, input), input),
  messages: {
    not_allowed: notAllowed,
    not_found: notFound,
    not_approved: 'This application is not approved.',
    amount_unknown: 'No amount is published for this. It cannot be issued before an authorised person publishes one.',
    not_paid: 'Something is still to be paid. Reload the page to see what.',
    items_open: 'An item of the list is still open. Accept each, or say that it is not needed.',
    no_person: 'It is not linked to a record yet, so a certificate has nobody to be issued to.',
    already_issued: 'Somebody has issued this already. Reload the page to see it.',
    already_followed: 'Another certificate has taken the place of the one this was applied from. Look at the list of certificates.',
    no_validity: 'The rules do not say how long this certificate runs, so it cannot be issued here.',
  },
  onOk: async ({ page }) => redirect(`${page}&done=issued`),
});

const decidedAlready = 'It is decided, so its list is closed.';

export const judgeAction = defineAction({
  actor: 'staff',
  input: judgeInput,
  keep: ['requirement', 'verdict', 'receivedOn', 'note'],
  run: async (ctx, input) => opened(await judgeRequirement(ctx, input), input),
  messages: {
    not_allowed: notAllowed,
    not_found: notFound,
    already_decided: decidedAlready,
    not_received: 'It has not come yet. If it came by mail, enter its date stamp.',
    received_in_future: 'This day has not come yet.',
  },
  fields: { not_received: 'receivedOn', received_in_future: 'receivedOn' },
  onOk: async ({ page }) => redirect(`${page}&done=judged`),
});

export const askForPaperAction = defineAction({
  actor: 'staff',
  input: askForPaperInput,
  keep: ['paper', 'about'],
  run: async (ctx, input) => opened(await askForPaper(ctx, input), input),
  messages: {
    not_allowed: notAllowed,
    not_found: notFound,
    already_decided: decidedAlready,
    no_such_paper: 'The rules of today know no such paper.',
    asked_already: 'It is on the list already. Say which other one you mean.',
  },
  fields: { no_such_paper: 'paper', asked_already: 'about' },
  onOk: async ({ page }) => redirect(`${page}&done=asked`),
});

export const reviewAction = defineAction({
  actor: 'staff',
  input: reviewInput,
  keep: [],
  run: async (ctx, input) => opened(await reviewApplication(ctx, input), input),
  messages: {
    not_allowed: notAllowed,
    not_found: notFound,
    not_in_queue: 'This application is not in the queue.',
    already_decided: decidedAlready,
    nothing_missing: 'Nothing is missing, so there is no list to send.',
    nothing_new: 'The list was sent, and nothing on it has changed since.',
  },
  onOk: async ({ page }) => redirect(`${page}&done=reviewed`),
});
