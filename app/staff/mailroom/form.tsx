'use client';

import { useRouter } from 'next/navigation';
import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { ActionForm } from '@/app/_ui/form/action-form';
import { RadioGroup } from '@/app/_ui/form/choices';
import { CodeField } from '@/app/_ui/form/code-field';
import { fieldId } from '@/app/_ui/form/field';
import { NameField, TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { recordAction } from './actions';

const loadSchema = async () => (await import('@/lib/payments/model')).recordInstrumentInput;

// The commonest first: most envelopes hold a money order.
const kinds = [
  { value: 'money_order', label: 'Money order' },
  { value: 'cashiers_check', label: 'Cashier’s check' },
  { value: 'bank_check', label: 'Certified bank check' },
  { value: 'personal_check', label: 'Personal check', hint: 'Return to sender' },
  { value: 'cash', label: 'Cash', hint: 'Return to sender' },
  { value: 'other', label: 'Something else', hint: 'Return to sender' },
];

type Props = {
  readonly initialValues: FormValues;
  readonly isLookedUp: boolean;
  /** What became of the last envelope; not shown above what is wrong with this one. */
  readonly children: ReactNode;
};

export function RecordForm({ initialValues, isLookedUp, children }: Props) {
  const form = useActionForm({ action: recordAction, schema: loadSchema, initialValues });
  const { push } = useRouter();
  useEffect(() => document.getElementById(fieldId(isLookedUp ? 'kind' : 'slipReference'))?.focus(), [isLookedUp]);
  return (
    <ActionForm form={form} submit="Record" pendingLabel="Recording…">
      {form.summary.length === 0 && form.refusal === undefined && children}
      <div onKeyDown={(event) => lookUpOnEnter(event, push)}>
        <CodeField
          {...form.field('slipReference')}
          label="Reference on the slip"
          hint="Scan it, or type it. It starts with R. After a scan, or Enter, you see whose it is."
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={20}
          autoFocus={!isLookedUp}
        />
      </div>
      <div className="cecs-tiles">
        <RadioGroup {...form.field('kind')} label="What was in the envelope" choices={kinds} />
      </div>
      <div className="cecs-pair">
        <TextField {...form.field('amount')} label="Amount" hint="In dollars, like 200 or 200.50" autoComplete="off" inputMode="decimal" maxLength={12} width="10" />
        <TextField {...form.field('receivedOn')} label="Date received" hint="Stays for the next envelope" autoComplete="off" inputMode="numeric" maxLength={10} width="10" />
      </div>
      <div className="cecs-pair">
        <CodeField {...form.field('serial')} label="Serial number" hint="For money orders and bank checks" optional autoComplete="off" autoCapitalize="characters" maxLength={40} />
        <TextField {...form.field('issuer')} label="Issued by" hint="The bank or company named on it" optional autoComplete="off" spellCheck={false} maxLength={80} />
      </div>
      <div className="cecs-pair">
        <NameField {...form.field('payerName')} label="Name of the payer" optional autoComplete="off" />
        <TextField {...form.field('drawnOn')} label="Date written on it" optional autoComplete="off" inputMode="numeric" maxLength={10} width="10" />
      </div>
      <TextField
        {...form.field('returnReason')}
        label="Why it goes back"
        hint="Needed for “Something else”. The sender reads it."
        optional
        autoComplete="off"
        maxLength={200}
      />
    </ActionForm>
  );
}

/** A scanner ends with Enter: that looks the slip up, and does not send a form that is still empty. */
function lookUpOnEnter(event: KeyboardEvent<HTMLDivElement>, go: (page: string) => void): void {
  const { target } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.value.trim() === '') return;
  const amount = target.form?.elements.namedItem('amount');
  if (amount instanceof HTMLInputElement && amount.value !== '') return;
  event.preventDefault();
  go(`/staff/mailroom?slip=${encodeURIComponent(target.value.trim())}`);
}
