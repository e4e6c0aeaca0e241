'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { SelectField, type Option } from '@/app/_ui/form/select-field';
import { TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { draftValidityAction } from '@/app/staff/rules/actions';
import type { FormValues } from '@/lib/web/form-state';
import { WhenAndWhy } from './when-and-why';

const loadSchema = async () => (await import('@/lib/staff/rule-change-model')).validityChangeInput;
const units = [
  { value: 'years', label: 'Years' },
  { value: 'months', label: 'Months' },
  { value: 'school_years', label: 'School years, to June 30' },
];

export function ValidityForm({ options, initialValues }: { readonly options: readonly Option[]; readonly initialValues: FormValues }) {
  const form = useActionForm({ action: draftValidityAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Draft it" pendingLabel="Drafting…">
      <SelectField {...form.field('key')} label="Certificate" options={options} hint="Of what is applied for from that day on. Certificates issued before keep their end." />
      <div className="cecs-pair">
        <TextField {...form.field('length')} label="Valid for" autoComplete="off" inputMode="numeric" maxLength={2} width="4" />
        <SelectField {...form.field('unit')} label="Counted in" options={units} />
      </div>
      <WhenAndWhy field={form.field} />
    </ActionForm>
  );
}
