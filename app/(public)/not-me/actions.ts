'use server';

import { redirect } from 'next/navigation';
import { disavowLink } from '@/lib/identity/disavow-link';
import { sentCodeInput } from '@/lib/identity/model';
import { defineAction } from '@/lib/web/define-action';
import { noteDone } from '@/lib/web/done-cookie';

export const notMeAction = defineAction({
  // Whoever reads the address on file: they may have no account, and need none.
  actor: 'anyone',
  input: sentCodeInput,
  keep: [],
  run: disavowLink,
  messages: {
    code_unknown: 'This code is not right. Copy it from the message once more, or call 860-713-6969.',
    proved_since: 'It has been proved since that this account belongs to the person of the record. If you are that person, call 860-713-6969 now.',
  },
  fields: { code_unknown: 'code' },
  onOk: async (_done, { now }) => {
    await noteDone('link_ended', now);
    redirect('/not-me?done=1');
  },
});
