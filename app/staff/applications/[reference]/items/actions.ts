'use server';

import { redirect } from 'next/navigation';
import { askForPaper } from '@/lib/staff/ask-for-paper';
import { judgeRequirement } from '@/lib/staff/judge-requirement';
import { askForPaperInput, judgeInput, reviewInput } from '@/lib/staff/requirement-model';
import { reviewApplication } from '@/lib/staff/review-application';
import { defineAction } from '@/lib/web/define-action';
import { notAllowed, notFound, opened } from '@/app/staff/applications/[reference]/opened';

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
