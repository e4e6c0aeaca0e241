import { Alert } from '@/app/_ui/alert';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { ForgotPasswordForm } from './form';

export const metadata = { title: 'Forgot password' };

type Props = { searchParams: Promise<{ sent?: string }> };

export default async function ForgotPasswordPage({ searchParams }: Props) {
  const { sent } = await searchParams;
  return (
    <Main width="narrow">
      <PageTitle lead="We email you a new temporary password. Your present one keeps working until you have set another.">Forgot password</PageTitle>
      {sent ? (
        <Alert tone="success" heading="Check your email" live>
          We have written to the address you gave, or to the one of that account. If nothing arrives within a few minutes, look
          in your spam folder.
        </Alert>
      ) : (
        <>
          <p>
            Usernames from the earlier system do not exist here. <a href="/create-account">Create an account</a> once; your EIN
            and certificates will be found for you.
          </p>
          <ForgotPasswordForm />
        </>
      )}
      <ul className="cecs-links">
        <li>
          <a href="/login">Back to login</a>
        </li>
        <li>
          <a href="/lost-email">I no longer have that email</a>
        </li>
      </ul>
    </Main>
  );
}
