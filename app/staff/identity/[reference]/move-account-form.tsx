'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { EmailField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { moveAccountAction } from './move/actions';

const loadSchema = async () => (await import('@/lib/staff/account-move-model')).accountMoveInput;

export function MoveAccountForm({ reference, initialValues }: { reference: string; initialValues: FormValues }) {
  const form = useActionForm({ action: moveAccountAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Propose" pendingLabel="Recording…">
      <input type="hidden" name="reference" value={reference} />
      <CodeField {...form.field('account')} label="Account" hint="Its username, its EIN, or the email address it has now." autoComplete="off" maxLength={254} width="full" />
      <EmailField {...form.field('newEmail')} label="New email address" autoComplete="off" />
      <TextAreaField {...form.field('reason')} label="What shows that it is them" hint="The second person reads it. It stays in the file." rows={4} maxLength={1000} />
    </ActionForm>
  );
}
