'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { AddressFields } from '@/app/_ui/form/address-fields';
import { PhoneField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { savePersonalAction } from './actions';

const loadSchema = async () => (await import('@/lib/applications/answers-model')).personalInput;

type Props = { reference: string; initialValues: FormValues };

export function PersonalForm({ reference, initialValues }: Props) {
  const form = useActionForm({ action: savePersonalAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Save and continue">
      <input type="hidden" name="reference" value={reference} />
      <AddressFields field={form.field} />
      <PhoneField {...form.field('phone')} label="Phone number" optional />
    </ActionForm>
  );
}
