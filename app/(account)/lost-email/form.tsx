'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { EmailField, NameField, PhoneField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { lostEmailAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/model')).lostEmailInput;

export function LostEmailForm() {
  const form = useActionForm({ action: lostEmailAction, schema: loadSchema });
  return (
    <ActionForm form={form} submit="Ask the Bureau">
      <NameField {...form.field('firstName')} label="First Name" autoComplete="given-name" />
      <NameField {...form.field('lastName')} label="Last Name" autoComplete="family-name" />
      <CodeField {...form.field('username')} label="Username or EIN" hint="If you know one of them." optional autoComplete="off" />
      <EmailField {...form.field('oldEmail')} label="Old email address" optional autoComplete="off" />
      <EmailField {...form.field('newEmail')} label="New email address" />
      <PhoneField {...form.field('phone')} label="Phone number" optional />
      <TextAreaField {...form.field('message')} label="What happened?" rows={3} />
    </ActionForm>
  );
}
