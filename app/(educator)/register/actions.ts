'use server';

import { redirect } from 'next/navigation';
import { addressLimits } from '@/lib/accounts/rules';
import { registerInput } from '@/lib/identity/model';
import { register } from '@/lib/identity/register';
import { defineAction } from '@/lib/web/define-action';

export const registerAction = defineAction({
  actor: 'educator',
  input: registerInput,
  keep: ['firstName', 'lastName', 'email'],
  run: register,
  messages: {
    already_registered: 'This account is registered already. Go to your home page.',
    birth_date_unlikely: 'Check the year of your date of birth.',
    too_many_attempts: 'Too many tries today. Try again tomorrow, or call 860-713-6969.',
  },
  fields: { birth_date_unlikely: 'birthDate' },
  addressLimit: addressLimits.register,
  evenMillis: 600,
  onOk: async () => redirect('/acknowledge'),
});
