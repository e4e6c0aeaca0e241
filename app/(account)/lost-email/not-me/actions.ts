'use server';

import { redirect } from 'next/navigation';
import { addressedCodeInput } from '@/lib/identity/model';
import { objectToMove } from '@/lib/identity/object-to-move';
import { defineAction } from '@/lib/web/define-action';
import { noteDone } from '@/lib/web/done-cookie';

export const objectToMoveAction = defineAction({
  // Whoever reads the address that was left: the account is somebody else's for the moment.
  actor: 'anyone',
  input: addressedCodeInput,
  keep: ['email'],
  run: objectToMove,
  messages: {
    code_unknown: 'This code is not right for this address. Copy it from the message once more, or call 860-713-6969.',
    too_late: 'This was more than two weeks ago, so a person has to look at it. Call 860-713-6969 now.',
    moved_on: 'The account has moved on since, so a person has to look at it. Call 860-713-6969 now.',
    address_taken: 'Another account uses this address by now, so a person has to look at it. Call 860-713-6969 now.',
  },
  fields: { code_unknown: 'code' },
  onOk: async (_done, { now }) => {
    await noteDone('account_moved_back', now);
    redirect('/lost-email/not-me?done=1');
  },
});
