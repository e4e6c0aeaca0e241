'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { compareAction } from './actions';

const loadSchema = async () => (await import('@/lib/staff/identity-model')).compareInput;

const ein = { autoComplete: 'off', inputMode: 'numeric', maxLength: 12 } as const;

/** Which two. Posted: what is typed here by mistake, such as a Social Security number, must not stand in an address. */
export function ChooseRecords({ caseReference, initialValues }: { readonly caseReference: string; readonly initialValues: FormValues }) {
  const form = useActionForm({ action: compareAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Compare" pendingLabel="One moment…">
      {caseReference && <input type="hidden" name="caseReference" value={caseReference} />}
      <div className="cecs-pair">
        <CodeField {...form.field('stays')} label="EIN that stays" {...ein} />
        <CodeField {...form.field('goes')} label="EIN that goes" {...ein} />
      </div>
    </ActionForm>
  );
}
