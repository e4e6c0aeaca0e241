import { BackLink } from '@/app/_ui/breadcrumb';
import { Details } from '@/app/_ui/details';
import { SmallForm } from '@/app/_ui/form/small-form';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { mySecondAddress } from '@/lib/accounts/recovery-queries';
import type { FormValues } from '@/lib/web/form-state';
import { heldValues, requireEducator } from '@/lib/web/session';
import { removeSecondAddressAction } from './actions';
import { SecondAddressCodeForm, SecondAddressForm } from './form';

export const metadata = { title: 'Second email address' };

export default async function SecondEmailPage() {
  const ctx = await requireEducator();
  const second = await mySecondAddress(ctx);
  return (
    <Main width="narrow" before={<BackLink href="/profile">Profile</BackLink>}>
      {second ? <Given {...second} /> : <Ask held={await heldValues(ctx)} />}
    </Main>
  );
}

function Ask({ held }: { held: FormValues | undefined }) {
  return (
    <>
      <PageTitle lead="For the day you cannot read mail at your first address any more: then you can move your account yourself, without waiting for us.">
        Second email address
      </PageTitle>
      <p>Take one that you will keep, such as a private one. We send a code to it, and write to it only when you need it.</p>
      <SecondAddressForm initialValues={held} />
    </>
  );
}

function Given({ email, isConfirmed }: { email: string; isConfirmed: boolean }) {
  if (isConfirmed) {
    return (
      <>
        <PageTitle lead={<>Yours: <strong>{email}</strong>, confirmed.</>}>Second email address</PageTitle>
        <p>
          You lose your first address? <a href="/lost-email">Tell us there</a>, and a code comes to this one.
        </p>
        <SmallForm action={removeSecondAddressAction} submit="Remove this address" />
      </>
    );
  }
  return (
    <>
      <PageTitle lead={<>We have written to <strong>{email}</strong>. The code is good for 24 hours.</>}>Enter the code</PageTitle>
      <p>No message? Look in your spam or junk folder.</p>
      <SecondAddressCodeForm />
      <Details summary="Use another address">
        <p>Remove this one first. Its code stops working then.</p>
        <SmallForm action={removeSecondAddressAction} submit="Remove this address" />
      </Details>
    </>
  );
}
