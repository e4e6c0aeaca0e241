'use server';

import { redirect } from 'next/navigation';
import { decideApplication } from '@/lib/staff/decide-application';
import { issueCertificate } from '@/lib/staff/issue-certificate';
import { decideInput, issueInput } from '@/lib/staff/model';
import { defineAction } from '@/lib/web/define-action';
import { notAllowed, notFound, opened } from './opened';

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
    not_addable: 'This endorsement cannot be added to the certificate as it stands now. Look at the list of certificates.',
    already_followed: 'Another certificate has taken the place of the one this was applied from. Look at the list of certificates.',
    no_validity: 'The rules do not say how long this certificate runs, so it cannot be issued here.',
  },
  onOk: async ({ page }) => redirect(`${page}&done=issued`),
});
