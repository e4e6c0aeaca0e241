'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { RadioGroup } from '@/app/_ui/form/choices';
import { TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { saveExperienceAction } from './actions';

const loadSchema = async () => (await import('@/lib/applications/answers-model')).experienceInput;

const degrees = [
  { value: 'bachelor', label: 'Bachelor’s degree' },
  { value: 'master', label: 'Master’s degree' },
  { value: 'sixth_year', label: 'Sixth-year certificate' },
  { value: 'doctorate', label: 'Doctorate' },
  { value: 'other', label: 'Something else' },
];

const team = [
  { value: 'complete', label: 'Completed' },
  { value: 'in_progress', label: 'Under way' },
  { value: 'not_required', label: 'Not required for my endorsement' },
  { value: 'not_started', label: 'Not started' },
];

type Props = { reference: string; initialValues: FormValues };

export function ExperienceForm({ reference, initialValues }: Props) {
  const form = useActionForm({ action: saveExperienceAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Save and continue">
      <input type="hidden" name="reference" value={reference} />
      <TextField
        {...form.field('schoolMonths')}
        label="School months you have served in Connecticut"
        hint="Ten school months are one school year. Enter 0 if you have not served yet."
        autoComplete="off"
        inputMode="numeric"
        maxLength={3}
        width="4"
      />
      <TextField {...form.field('employer')} label="Where you served last" optional autoComplete="organization" spellCheck={false} maxLength={120} />
      <RadioGroup {...form.field('highestDegree')} label="Your highest degree" choices={degrees} />
      <RadioGroup {...form.field('team')} label="TEAM, the mentoring program for new teachers" choices={team} />
    </ActionForm>
  );
}
