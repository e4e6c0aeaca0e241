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
      <PageTitle lead="Tell us who you are and where to reach you. A person at the Bureau moves your account to your new address.">
        I no longer have that email
      </PageTitle>
      {isOpened ? (
        <Alert tone="success" heading="We have opened a case for you" live>
          <p>
            Your case number is <ReferenceNumber value={reference} />. You hear from us {by ? `by ${by}` : 'within a week'}, at
            the new address you gave.
          </p>
        </Alert>
      ) : (
        <LostEmailForm />
      )}
    </Main>
  );
}
