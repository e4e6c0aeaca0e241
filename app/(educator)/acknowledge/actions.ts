'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { acknowledge } from '@/lib/accounts/acknowledge';
import { defineAction } from '@/lib/web/define-action';
import { pathOfHeldForm } from '@/lib/web/session';

export const acknowledgeAction = defineAction({
  actor: 'educator',
  input: z.object({ version: z.pipe(z.string().check(z.regex(/^\d{1,6}$/)), z.transform(Number)) }),
  keep: [],
  run: acknowledge,
  messages: {
    not_found: 'Your sign-in has ended. Log in again.',
    text_changed: 'This text has just changed. Reload the page and read it again.',
  },
  keepHeldForm: true,
  onOk: async (_done, ctx) => redirect((await pathOfHeldForm(ctx)) ?? '/home'),
});
