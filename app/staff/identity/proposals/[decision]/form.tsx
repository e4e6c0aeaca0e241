'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { RevealFields } from '@/app/staff/identity/reveal-fields';
import type { FormValues } from '@/lib/web/form-state';
import { revealProposalAction } from './actions';

const loadSchema = async () => (await import('@/lib/staff/identity-model')).revealProposalInput;

type Props = { readonly id: string; readonly reasons: Readonly<Record<string, string>>; readonly initialValues: FormValues | undefined };

export function RevealForm({ id, reasons, initialValues }: Props) {
  const form = useActionForm({ action: revealProposalAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Show both" pendingLabel="One moment…">
      <input type="hidden" name="id" value={id} />
      <RevealFields form={form} label="Why you need to see it" reasons={reasons} />
    </ActionForm>
  );
}
