'use server';

import { redirect } from 'next/navigation';
import { changeLastName } from '@/lib/identity/change-last-name';
import { lastNameInput } from '@/lib/identity/contact-model';
import { defineAction } from '@/lib/web/define-action';

export const changeLastNameAction = defineAction({
  actor: 'educator',
  input: lastNameInput,
  keep: ['lastName'],
  run: changeLastName,
  messages: {
    not_found: 'Your account is not linked to a record yet. Your home page says where that stands.',
    link_not_full: 'We first need to be sure that this record is yours. Your profile says how to get there.',
    same_name: 'This is the last name on your record already.',
    birth_date_differs: 'This is not the date of birth on your record. Check it; if it is right, write to teacher.cert@ct.gov.',
    too_many_attempts: 'Too many tries today. Try again tomorrow, or call 860-713-6969.',
  },
  fields: { same_name: 'lastName', birth_date_differs: 'birthDate' },
  onOk: async () => redirect('/profile?changed=name'),
});
