'use client';

import { FoldedForm } from '@/app/_ui/form/folded-form';
import { SelectField } from '@/app/_ui/form/select-field';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { refusals } from '@/lib/applications/requirement-model';
import type { FormValues } from '@/lib/web/form-state';
import { judgeAction } from './actions';

const loadSchema = async () => (await import('@/lib/staff/requirement-model')).judgeInput;

const verdicts = [
  { value: 'accepted', label: 'Accept it' },
  { value: 'not_needed', label: 'It is not needed' },
  ...Object.entries(refusals).map(([value, sentence]) => ({ value, label: `Refuse: ${sentence}` })),
];

type Props = {
  readonly reference: string;
  readonly openedFor: string;
  readonly requirement: string;
  readonly title: string;
  /** It came by mail and nobody has entered it yet. */
  readonly needsDay: boolean;
  readonly held: FormValues | undefined;
};

export function JudgeForm({ reference, openedFor, requirement, title, needsDay, held }: Props) {
  const initialValues = held?.requirement === requirement ? held : undefined;
  const form = useActionForm({ action: judgeAction, schema: loadSchema, initialValues });
  return (
    <FoldedForm summary={`Judge: ${title}`} form={form} submit="Save">
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="openedFor" value={openedFor} />
      <input type="hidden" name="requirement" value={requirement} />
      <SelectField {...form.field('verdict')} label="What you make of it" options={verdicts} />
      {needsDay && (
        <TextField {...form.field('receivedOn')} label="Date stamp, if it came by mail" autoComplete="off" inputMode="numeric" maxLength={10} width="10" optional />
      )}
      <TextAreaField {...form.field('note')} label="Note to the applicant" optional maxLength={1000} />
    </FoldedForm>
  );
}
