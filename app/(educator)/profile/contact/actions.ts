'use server';

import { redirect } from 'next/navigation';
import { contactInput } from '@/lib/identity/contact-model';
import { saveContact } from '@/lib/identity/save-contact';
import { defineAction } from '@/lib/web/define-action';

export const saveContactAction = defineAction({
  actor: 'educator',
  input: contactInput,
  keep: ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'phone'],
  run: saveContact,
  messages: {
    not_found: 'Your account is not linked to a record yet. Your home page says where that stands.',
    link_not_full: 'We first need to be sure that this record is yours. Your profile says how to get there.',
  },
  onOk: async () => redirect('/profile?changed=contact'),
});
