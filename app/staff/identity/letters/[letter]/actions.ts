'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { isUuid } from '@/lib/shared/uuid';
import { mailLetter } from '@/lib/staff/mail-letter';
import { defineAction } from '@/lib/web/define-action';

export const mailLetterAction = defineAction({
  actor: 'staff',
  input: z.object({ id: z.string().check(z.refine(isUuid)) }),
  keep: [],
  run: mailLetter,
  messages: {
    not_allowed: 'Your role may not do this.',
    not_found: 'This letter was mailed already, or is not needed any more.',
  },
  onOk: async () => redirect('/staff/identity/letters'),
});
