'use client';

import { FoldedForm } from '@/app/_ui/form/folded-form';
import { SmallForm } from '@/app/_ui/form/small-form';
import { EmailField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { correctAddressAction, resendAction } from './actions';

const loadSchema = async () => (await import('@/lib/accounts/model')).correctAddressInput;

export function ResendForm({ which }: { which: 'username' | 'temporary_password' }) {
  return <SmallForm action={resendAction} fields={{ which }} submit="Send it again" />;
}

export function CorrectAddressForm() {
  const form = useActionForm({ action: correctAddressAction, schema: loadSchema });
  return (
    <FoldedForm summary="I mistyped my email address" form={form} submit="Send to this address instead">
      <EmailField {...form.field('email')} label="Email Address" />
      <EmailField {...form.field('verifyEmail')} label="Verify Email Address" />
    </FoldedForm>
  );
}
