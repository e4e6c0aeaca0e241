'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { addRecoveryAddress } from '@/lib/accounts/add-recovery-address';
import { confirmRecoveryAddress } from '@/lib/accounts/confirm-recovery-address';
import { recoveryAddressInput } from '@/lib/accounts/model';
import { removeRecoveryAddress } from '@/lib/accounts/remove-recovery-address';
import { sentCodeInput } from '@/lib/identity/model';
import { defineAction } from '@/lib/web/define-action';

export const addSecondAddressAction = defineAction({
  actor: 'educator',
  input: recoveryAddressInput,
  keep: ['email'],
  run: addRecoveryAddress,
  messages: {
    not_found: 'Your password was changed a moment ago in another window. Reload this page.',
    current_password_wrong: 'This is not your present password.',
    same_address: 'This is the email address of your account already. Give another one.',
    has_one: 'You have a second address already. Remove that one first.',
    too_many_attempts: 'Too many tries. Wait a while and try again.',
  },
  fields: { current_password_wrong: 'currentPassword', same_address: 'email' },
  onOk: async () => redirect('/profile/second-email'),
});

export const confirmSecondAddressAction = defineAction({
  actor: 'educator',
  input: sentCodeInput,
  keep: [],
  run: confirmRecoveryAddress,
  messages: {
    not_found: 'There is no second address that waits for its code. Reload this page.',
    code_unknown: 'This code is not right, or it has run out. Copy it from the newest message, or give the address again.',
  },
  fields: { code_unknown: 'code' },
  onOk: async () => redirect('/profile?changed=second'),
});

export const removeSecondAddressAction = defineAction({
  actor: 'educator',
  input: z.object({}),
  keep: [],
  run: removeRecoveryAddress,
  messages: {},
  onOk: async () => redirect('/profile/second-email'),
});
