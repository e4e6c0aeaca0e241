import { redirect } from 'next/navigation';
import { Actions } from '@/app/_ui/actions';
import { Alert } from '@/app/_ui/alert';
import { ButtonLink } from '@/app/_ui/button';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { StatusTag, type Tone } from '@/app/_ui/tag';
import { signUpProgress, type DeliveryState } from '@/lib/accounts/queries';
import { cookieValue } from '@/lib/web/request';
import { signUpCookie } from '@/lib/web/session-cookies';
import { CorrectAddressForm, ResendForm } from './form';

export const metadata = { title: 'Check your email' };

const words: Record<DeliveryState, { tone: Tone; text: string }> = {
  queued: { tone: 'info', text: 'On its way' },
  accepted: { tone: 'success', text: 'Sent' },
  failed: { tone: 'error', text: 'Could not be delivered' },
};

export default async function SentPage() {
  const token = await cookieValue(signUpCookie);
  const progress = token ? await signUpProgress(token) : undefined;
  if (!progress) redirect('/create-account');
  const rows = [
    { name: '1. Your username', state: progress.username, which: 'username' as const },
    { name: '2. Your temporary password', state: progress.temporaryPassword, which: 'temporary_password' as const },
  ];
  return (
    <Main width="regular">
      <PageTitle lead={<>Two separate emails go to <strong>{progress.email}</strong>.</>}>Check your email</PageTitle>
      <ResponsiveTable
        caption="Your two messages"
        rows={rows}
        rowKey={(row) => row.which}
        columns={[
          { header: 'Message', rowHeader: true, cell: (row) => row.name },
          { header: 'Status', cell: (row) => <StatusTag tone={words[row.state].tone}>{words[row.state].text}</StatusTag> },
          { header: 'Not there?', wide: true, cell: (row) => <ResendForm which={row.which} /> },
        ]}
      />
      <Alert tone="info" heading="Only one message, or none?">
        Look in your spam or junk folder first. School mail systems can take a few minutes. The temporary password is good for
        24 hours.
      </Alert>
      <Actions>
        <ButtonLink href="/login">Login to the CECS</ButtonLink>
        <ButtonLink href="/create-account/sent" look="secondary">
          Check again
        </ButtonLink>
      </Actions>
      <CorrectAddressForm />
    </Main>
  );
}
