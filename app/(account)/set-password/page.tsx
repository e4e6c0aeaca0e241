import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { requireNewcomer } from '@/lib/web/session';
import { SetPasswordForm } from './form';

export const metadata = { title: 'Set a personal password' };

export default async function SetPasswordPage() {
  await requireNewcomer('set_password');
  return (
    <Main width="narrow">
      <PageTitle lead="Choose a password only you know, and keep a record of it for next time.">Set a personal password</PageTitle>
      <SetPasswordForm />
      <p>
        Lost the temporary password? <a href="/forgot-password">Send me a new temporary password</a>.
      </p>
    </Main>
  );
}
