'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { SelectField, type Option } from '@/app/_ui/form/select-field';
import { TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { draftSettingAction } from '@/app/staff/rules/actions';
import type { FormValues } from '@/lib/web/form-state';
import { WhenAndWhy } from './when-and-why';

const loadSchema = async () => (await import('@/lib/staff/rule-change-model')).settingChangeInput;

export function SettingForm({ options, initialValues }: { readonly options: readonly Option[]; readonly initialValues: FormValues }) {
  const form = useActionForm({ action: draftSettingAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Draft it" pendingLabel="Drafting…">
      <SelectField {...form.field('key')} label="Setting" options={options} />
      <TextField {...form.field('value')} label="New value" hint="A whole number, in the same unit" autoComplete="off" inputMode="numeric" maxLength={3} width="4" />
      <WhenAndWhy field={form.field} />
    </ActionForm>
  );
}
