'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { SelectField, type Option } from '@/app/_ui/form/select-field';
import { TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { draftFeeAction } from '@/app/staff/rules/actions';
import type { FormValues } from '@/lib/web/form-state';
import { WhenAndWhy } from './when-and-why';

const loadSchema = async () => (await import('@/lib/staff/rule-change-model')).feeChangeInput;

export function FeeForm({ options, initialValues }: { readonly options: readonly Option[]; readonly initialValues: FormValues }) {
  const form = useActionForm({ action: draftFeeAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Draft it" pendingLabel="Drafting…">
      <SelectField {...form.field('key')} label="Fee" options={options} />
      <div className="cecs-pair">
        <TextField {...form.field('total')} label="Whole amount" hint="In dollars; 0 where it is free" autoComplete="off" inputMode="decimal" maxLength={10} width="10" />
        <TextField {...form.field('review')} label="Of it, the review fee" hint="Never given back; 0 where there is none" autoComplete="off" inputMode="decimal" maxLength={10} width="10" />
      </div>
      <WhenAndWhy field={form.field} />
    </ActionForm>
  );
}
