import { Details } from '@/app/_ui/details';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { CreateAccountForm } from './form';

export const metadata = { title: 'Create an account' };

export default function CreateAccountPage() {
  return (
    <Main width="narrow">
      <PageTitle lead="You do this once. Your EIN and your certificates will be found for you in the next steps.">
        Create an account
      </PageTitle>
      <CreateAccountForm />
      <Details summary="I share an email address with my spouse or partner">
        Each educator needs an email address of their own, because your username and password are sent there. One of you can
        use a school address or a free one (Gmail, Outlook, Yahoo and others take a few minutes). Many providers also deliver
        mail for <strong>name+cecs@</strong> to <strong>name@</strong>, so you can type that instead.
      </Details>
      <p>
        Already have an account? <a href="/login">Login to the CECS</a>.
      </p>
    </Main>
  );
}
