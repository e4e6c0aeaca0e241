import { Alert } from '@/app/_ui/alert';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { LostEmailForm } from './form';

export const metadata = { title: 'I no longer have that email' };

type Props = { searchParams: Promise<{ case?: string; by?: string }> };

export default async function LostEmailPage({ searchParams }: Props) {
  const { case: reference, by } = await searchParams;
  const isOpened = reference !== undefined && /^[0-9A-Z]{8}$/.test(reference);
  return (
    <Main width="narrow">
      <PageTitle lead="Tell us who you are and where to reach you. Did you give us a second address? Then you can move your account yourself; otherwise a person at the Bureau does.">
        I no longer have that email
      </PageTitle>
      {isOpened ? (
        <Alert tone="success" heading="We have opened a case for you" live>
          <p>
            Your case number is <ReferenceNumber value={reference} />. You hear from us {by ? `by ${by}` : 'within a week'}, at
            the new address you gave.
          </p>
          <p>
            Did you give us a second email address? Look there: if it belongs to the account you named, a code is on its way to it, and
            you need not wait for us. <a href="/lost-email/code">I have a code</a>
          </p>
        </Alert>
      ) : (
        <LostEmailForm />
      )}
    </Main>
  );
}
