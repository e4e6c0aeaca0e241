'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { RadioGroup, yesOrNo } from '@/app/_ui/form/choices';
import { SelectField, type Option } from '@/app/_ui/form/select-field';
import { TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { saveCertificateAction } from './actions';

const loadSchema = async () => (await import('@/lib/applications/answers-model')).certificateInput;

type Props = { reference: string; initialValues: FormValues; endorsements: readonly Option[] };

export function CertificateForm({ reference, initialValues, endorsements }: Props) {
  const form = useActionForm({ action: saveCertificateAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Save and continue">
      <input type="hidden" name="reference" value={reference} />
      <SelectField {...form.field('endorsement')} label="Endorsement" hint="The subject or role you were prepared for." options={endorsements} />
      <TextField {...form.field('program')} label="College or program where you prepared" autoComplete="organization" spellCheck={false} maxLength={120} />
      <TextField {...form.field('finishedYear')} label="Year you finished" autoComplete="off" inputMode="numeric" maxLength={4} width="4" />
      <RadioGroup {...form.field('otherState')} label="Do you hold an educator certificate of another state?" choices={yesOrNo} sideBySide />
    </ActionForm>
  );
}
