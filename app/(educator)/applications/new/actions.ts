'use server';

import { redirect } from 'next/navigation';
import { startApplication } from '@/lib/applications/start-application';
import { startInput } from '@/lib/applications/start-model';
import { defineAction } from '@/lib/web/define-action';

export const startAction = defineAction({
  actor: 'educator',
  input: startInput,
  keep: [],
  run: startApplication,
  messages: {
    not_found: 'We cannot find that certificate on your record.',
    not_open: 'This cannot be applied for now. The page says why; reload it to see how things stand.',
    needs_record: 'Your record is still being looked for. You can start this as soon as it is found.',
  },
  onOk: async ({ reference }) => redirect(`/applications/${reference}`),
});
