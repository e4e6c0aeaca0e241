'use server';

import { redirect } from 'next/navigation';
import { err, ok } from '@/lib/shared/result';
import { findMailedPapers } from '@/lib/staff/paper-queries';
import { receivePaper } from '@/lib/staff/receive-paper';
import { mailedPaperInput } from '@/lib/staff/requirement-model';
import { defineAction } from '@/lib/web/define-action';

export const receivePaperAction = defineAction({
  actor: 'staff',
  input: mailedPaperInput,
  keep: ['item', 'receivedOn', 'how'],
  run: async (ctx, { item, receivedOn, how }) => {
    const [paper] = await findMailedPapers(ctx, item);
    if (!paper) return err('unknown_paper');
    const received = await receivePaper(ctx, { reference: paper.applicationReference, requirement: paper.item.id, receivedOn, how });
    return received.ok ? ok({ item, receivedOn }) : received;
  },
  messages: {
    not_allowed: 'Your role may not receive papers. Ask your administrator if you need it for your work.',
    not_found: 'No paper has this reference. Check it against the cover sheet.',
    unknown_paper: 'No paper has this reference. Check it against the cover sheet.',
    closed: 'This application is closed, so nothing is awaited for it. Give the paper to the supervisor.',
    received_in_future: 'This day has not come yet. Check the date stamp.',
  },
  fields: { not_found: 'item', unknown_paper: 'item', closed: 'item', received_in_future: 'receivedOn' },
  onOk: async ({ item, receivedOn }) => redirect(`/staff/papers?received=${item}&on=${receivedOn}`),
});
