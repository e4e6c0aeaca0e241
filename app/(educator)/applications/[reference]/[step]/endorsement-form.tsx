'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { SelectField, type Option } from '@/app/_ui/form/select-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { saveEndorsementAction } from './endorsement/actions';

const loadSchema = async () => (await import('@/lib/applications/answers-model')).endorsementInput;

type Props = { reference: string; initialValues: FormValues; endorsements: readonly Option[]; notOffered: readonly string[] };

export function EndorsementForm({ reference, initialValues, endorsements, notOffered }: Props) {
  const form = useActionForm({ action: saveEndorsementAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Save and continue">
      <input type="hidden" name="reference" value={reference} />
      <SelectField {...form.field('endorsement')} label="Endorsement to add" hint="What can be added to this certificate." options={endorsements} />
      <p>Not in the list:</p>
      <ul className="usa-list">
        {notOffered.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </ActionForm>
  );
}
