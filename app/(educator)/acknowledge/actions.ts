'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { acknowledge } from '@/lib/accounts/acknowledge';
import { ok } from '@/lib/shared/result';
import { continueInput } from '@/lib/web/after-sign-in';
import { defineAction } from '@/lib/web/define-action';
import { pathOfHeldForm } from '@/lib/web/session';

export const acknowledgeAction = defineAction({
  actor: 'educator',
  input: z.intersection(z.object({ version: z.pipe(z.string().check(z.regex(/^\d{1,6}$/)), z.transform(Number)) }), continueInput),
  keep: [],
  run: async (ctx, { version, continueTo }) => {
    const done = await acknowledge(ctx, { version });
    return done.ok ? ok(continueTo) : done;
  },
  messages: {
    not_found: 'Your sign-in has ended. Log in again.',
    text_changed: 'This text has just changed. Reload the page and read it again.',
  },
  keepHeldForm: true,
  onOk: async (continueTo, ctx) => redirect((await pathOfHeldForm(ctx)) ?? continueTo ?? '/home'),
});
