'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { chooseReminders } from '@/lib/accounts/choose-reminders';
import { signOutEverywhere } from '@/lib/accounts/sign-out-everywhere';
import { defineAction } from '@/lib/web/define-action';
import { clearSessionCookie } from '@/lib/web/session-cookies';

export const signOutEverywhereAction = defineAction({
  actor: 'educator',
  input: z.object({}),
  keep: [],
  run: signOutEverywhere,
  messages: {},
  onOk: async () => {
    await clearSessionCookie();
    redirect('/login?out=1');
  },
});

export const chooseRemindersAction = defineAction({
  actor: 'educator',
  input: z.object({ wants: z.enum(['yes', 'no']) }),
  keep: [],
  run: (ctx, { wants }) => chooseReminders(ctx, { wants: wants === 'yes' }),
  messages: {},
  onOk: async () => redirect('/profile?changed=reminders'),
});
