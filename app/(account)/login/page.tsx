import { redirect } from 'next/navigation';
import { Alert } from '@/app/_ui/alert';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { currentSignIn, nextStepOf } from '@/lib/web/session';
import { LoginForm } from './form';

export const metadata = { title: 'Login' };

type Props = { searchParams: Promise<{ kept?: string; continue?: string; out?: string }> };

export default async function LoginPage({ searchParams }: Props) {
  const asked = await searchParams;
  const signedIn = await currentSignIn();
  if (signedIn) redirect(nextStepOf(signedIn) ?? (signedIn.kind === 'staff' ? '/staff/queue' : '/home'));
  return (
    <Main width="narrow">
      <PageTitle>Login to the CECS</PageTitle>
      {asked.kept && (
        <Alert tone="info" heading="Your sign-in had ended">
          For your safety it ends after 15 minutes without activity. What you typed is kept: log in, and you go on where you were.
        </Alert>
      )}
      {asked.out && <Alert tone="success">You are logged out.</Alert>}
      <p>
        Usernames from the earlier system do not work here.{' '}
        <a href="/create-account">Create an account</a> once; your EIN and certificates will be found for you.
      </p>
      <LoginForm continueTo={asked.continue ?? ''} />
      <ul className="cecs-links">
        <li>
          <a href="/forgot-username">Forgot username</a>
        </li>
        <li>
          <a href="/forgot-password">Forgot password, or temporary password expired</a>
        </li>
        <li>
          <a href="/lost-email">I no longer have that email</a>
        </li>
      </ul>
    </Main>
  );
}
