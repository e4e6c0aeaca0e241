'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { AddressFields } from '@/app/_ui/form/address-fields';
import { PhoneField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { saveContactAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/contact-model')).contactInput;

export function ContactForm({ initialValues }: { initialValues: FormValues }) {
  const form = useActionForm({ action: saveContactAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Save" pendingLabel="Saving…">
      <AddressFields field={form.field} />
      <PhoneField {...form.field('phone')} label="Phone number" optional />
    </ActionForm>
  );
}
