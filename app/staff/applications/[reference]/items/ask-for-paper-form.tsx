'use client';

import { FoldedForm } from '@/app/_ui/form/folded-form';
import { SelectField, type Option } from '@/app/_ui/form/select-field';
import { TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { askForPaperAction } from './actions';

const loadSchema = async () => (await import('@/lib/staff/requirement-model')).askForPaperInput;

type Props = {
  readonly reference: string;
  readonly openedFor: string;
  readonly papers: readonly Option[];
  readonly held: FormValues | undefined;
};

export function AskForPaperForm({ reference, openedFor, papers, held }: Props) {
  const form = useActionForm({ action: askForPaperAction, schema: loadSchema, initialValues: held });
  return (
    <FoldedForm summary="Ask for something else" form={form} submit="Add to the list">
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="openedFor" value={openedFor} />
      <SelectField {...form.field('paper')} label="Paper" options={papers} />
      <TextField {...form.field('about')} label="Which one" hint="The college, the year or the incident, if there is more than one." autoComplete="off" maxLength={100} optional />
    </FoldedForm>
  );
}
