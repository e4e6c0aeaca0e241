import { Details } from '@/app/_ui/details';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { heldValues, requireEducatorAt } from '@/lib/web/session';
import { RegisterForm } from './form';

export const metadata = { title: 'Register' };

export default async function RegisterPage() {
  const ctx = await requireEducatorAt('/register');
  return (
    <Main width="narrow">
      <PageTitle lead="With this we look for your existing Educator Identification Number (EIN). You do it once.">Register</PageTitle>
      <RegisterForm initialValues={await heldValues(ctx)} />
      <Details summary="Why do you ask for my Social Security number?">
        It tells you apart from everyone with the same name, so that nobody else gets your record. It is encrypted as soon as it
        arrives, never shown on a page, never emailed, and never needed again.
      </Details>
    </Main>
  );
}
