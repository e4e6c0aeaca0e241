import { BackLink } from '@/app/_ui/breadcrumb';
import { Details } from '@/app/_ui/details';
import { KeyValues } from '@/app/_ui/key-values';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { StatusTag } from '@/app/_ui/tag';
import { accountProfile, type AccountProfile } from '@/lib/accounts/queries';
import { must } from '@/lib/shared/result';
import type { FormValues } from '@/lib/web/form-state';
import { heldValues, requireEducator } from '@/lib/web/session';
import { CodeForm, NewEmailForm, OtherEmailForm } from './form';

export const metadata = { title: 'Change email address' };

export default async function EmailPage() {
  const ctx = await requireEducator();
  const account = must(await accountProfile(ctx), 'the account of whoever is signed in');
  const held = await heldValues(ctx);
  return (
    <Main width="narrow" before={<BackLink href="/profile">Profile</BackLink>}>
      {account.emailChange ? (
        <Confirm email={account.email} change={account.emailChange} />
      ) : (
        <Ask email={account.email} held={held} />
      )}
    </Main>
  );
}

function Ask({ email, held }: { email: string; held: FormValues | undefined }) {
  return (
    <>
      <PageTitle lead={<>Your address now: <strong>{email}</strong>.</>}>Change email address</PageTitle>
      <p>We send a code to both addresses, the old and the new one. The change is made once you have entered both.</p>
      <NewEmailForm initialValues={held} />
      <Details summary="I can no longer read mail at the old address">
        <p>
          Then a person has to make the change. <a href="/lost-email">Tell us here</a>: you get a case number and a date.
        </p>
      </Details>
    </>
  );
}

type Change = NonNullable<AccountProfile['emailChange']>;

function Confirm({ email, change }: { email: string; change: Change }) {
  return (
    <>
      <PageTitle lead="We have written to both addresses. Each message has a code of its own; we need both within 24 hours.">
        Enter the two codes
      </PageTitle>
      <KeyValues
        rows={[
          { key: `Old address, ${email}`, value: <State isConfirmed={change.oldConfirmed} /> },
          { key: `New address, ${change.newEmail}`, value: <State isConfirmed={change.newConfirmed} /> },
        ]}
      />
      <p>Only one message, or none? Look in your spam or junk folder.</p>
      <CodeForm />
      <OtherEmailForm initialValues={{ email: change.newEmail }} />
      <Details summary="I can no longer read mail at the old address">
        <p>
          Then a person has to make the change. <a href="/lost-email">Tell us here</a>: you get a case number and a date.
        </p>
      </Details>
    </>
  );
}

function State({ isConfirmed }: { isConfirmed: boolean }) {
  return isConfirmed ? <StatusTag tone="success">Confirmed</StatusTag> : <StatusTag tone="warning">Waiting for its code</StatusTag>;
}
