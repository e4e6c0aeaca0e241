'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { BirthDateField } from '@/app/_ui/form/birth-date-field';
import { SsnField } from '@/app/_ui/form/ssn-field';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { NameField, TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { RevealFields } from '@/app/staff/identity/reveal-fields';
import type { FormValues } from '@/lib/web/form-state';
import { correctBirthDateAction, correctNameAction, correctSsnAction, revealAction } from './actions';

type Props = { readonly reference: string; readonly ein: string; readonly initialValues: FormValues };

const models = () => import('@/lib/staff/identity-model');
const nameSchema = async () => (await models()).correctNameInput;
const ssnSchema = async () => (await models()).correctSsnInput;
const birthDateSchema = async () => (await models()).correctBirthDateInput;
const revealSchema = async () => (await models()).revealInput;

const why = { rows: 3, maxLength: 1000 };
const read = 'The second person reads it. It stays in the file.';

function Subject({ reference, ein }: Pick<Props, 'reference' | 'ein'>) {
  return (
    <>
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="ein" value={ein} />
    </>
  );
}

export function NameForm({ initialValues, ...subject }: Props) {
  const form = useActionForm({ action: correctNameAction, schema: nameSchema, initialValues });
  return (
    <ActionForm form={form} submit="Correct the name" pendingLabel="Recording…">
      <Subject {...subject} />
      <NameField {...form.field('firstName')} label="First name" autoComplete="off" />
      <NameField {...form.field('middleName')} label="Middle name" optional autoComplete="off" />
      <NameField {...form.field('lastName')} label="Last name" autoComplete="off" />
      <TextField {...form.field('suffix')} label="Suffix" optional autoComplete="off" spellCheck={false} maxLength={10} width="4" />
      <TextAreaField {...form.field('reason')} label="What shows the right name" hint="It stays in the file." {...why} />
    </ActionForm>
  );
}

export function SsnForm({ initialValues, ...subject }: Props) {
  const form = useActionForm({ action: correctSsnAction, schema: ssnSchema, initialValues });
  return (
    <ActionForm form={form} submit="Propose the number" pendingLabel="Recording…">
      <Subject {...subject} />
      <SsnField {...form.field('ssn')} label="Right Social Security number" />
      <TextAreaField {...form.field('reason')} label="What shows which number is right" hint={read} {...why} />
    </ActionForm>
  );
}

export function BirthDateForm({ initialValues, ...subject }: Props) {
  const form = useActionForm({ action: correctBirthDateAction, schema: birthDateSchema, initialValues });
  return (
    <ActionForm form={form} submit="Propose the date" pendingLabel="Recording…">
      <Subject {...subject} />
      <BirthDateField
        name="birthDate"
        label="Right date of birth"
        error={form.error('birthDate')}
        month={form.field('birthDateMonth')}
        day={form.field('birthDateDay')}
        year={form.field('birthDateYear')}
      />
      <TextAreaField {...form.field('reason')} label="What shows which date is right" hint={read} {...why} />
    </ActionForm>
  );
}

export function RevealForm({ reasons, initialValues, ...subject }: Props & { reasons: Readonly<Record<string, string>> }) {
  const form = useActionForm({ action: revealAction, schema: revealSchema, initialValues });
  return (
    <ActionForm form={form} submit="Show the number" pendingLabel="One moment…">
      <Subject {...subject} />
      <RevealFields form={form} label="Why you need the whole number" reasons={reasons} />
    </ActionForm>
  );
}
