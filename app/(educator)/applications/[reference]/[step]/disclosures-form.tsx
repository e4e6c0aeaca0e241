'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { RadioGroup, yesOrNo } from '@/app/_ui/form/choices';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { disclosureKeys, disclosureQuestions } from '@/lib/applications/questions-model';
import type { FormValues } from '@/lib/web/form-state';
import { saveDisclosuresAction } from './actions';

const loadSchema = async () => (await import('@/lib/applications/answers-model')).disclosuresInput;

type Props = { reference: string; initialValues: FormValues };

export function DisclosuresForm({ reference, initialValues }: Props) {
  const form = useActionForm({ action: saveDisclosuresAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Save and continue">
      <input type="hidden" name="reference" value={reference} />
      <p>A “yes” does not decide your application: a person reads what you write. A false answer can cost a certificate.</p>
      {disclosureKeys.map((key) => (
        <RadioGroup key={key} {...form.field(key)} label={disclosureQuestions[key]} choices={yesOrNo} sideBySide />
      ))}
      <TextAreaField
        {...form.field('statement')}
        label="If you answered yes to anything: what happened?"
        hint="For each: when and where, and how it ended. We will ask for the official records."
        optional
        maxLength={4000}
      />
    </ActionForm>
  );
}
