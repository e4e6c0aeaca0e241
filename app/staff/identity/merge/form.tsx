'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { RadioGroup } from '@/app/_ui/form/choices';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { MergeField } from '@/lib/staff/merge-rules';
import type { FormValues } from '@/lib/web/form-state';
import { mergeAction } from './actions';

const loadSchema = async () => (await import('@/lib/staff/identity-model')).mergeInput;

/** A field on which the two differ, and the words for either. */
export type Difference = { readonly field: MergeField; readonly label: string; readonly stays: string; readonly goes: string };

type Props = {
  readonly posted: Readonly<Record<'stays' | 'goes' | 'caseReference', string>>;
  readonly differences: readonly Difference[];
  readonly initialValues: FormValues;
};

export function MergeForm({ posted, differences, initialValues }: Props) {
  const form = useActionForm({ action: mergeAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Propose to make them one" pendingLabel="Recording…">
      {Object.entries(posted).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {differences.map(({ field, label, stays, goes }) => (
        <RadioGroup
          key={field}
          {...form.field(field)}
          label={label}
          choices={[
            { value: 'stays', label: stays, hint: 'From the record that stays' },
            { value: 'goes', label: goes, hint: 'From the record that goes' },
          ]}
          sideBySide
        />
      ))}
      <TextAreaField {...form.field('reason')} label="What shows that they are one person" hint="The second person reads it. It stays in the file." rows={4} maxLength={1000} />
    </ActionForm>
  );
}
