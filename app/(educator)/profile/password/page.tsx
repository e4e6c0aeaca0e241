import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { requireEducator } from '@/lib/web/session';
import { PasswordForm } from './form';

export const metadata = { title: 'Change password' };

export default async function PasswordPage() {
  await requireEducator();
  return (
    <Main width="narrow" before={<BackLink href="/profile">Profile</BackLink>}>
      <PageTitle lead="You stay logged in here; everywhere else you are logged out, and we tell you by email.">Change password</PageTitle>
      <PasswordForm />
    </Main>
  );
}
