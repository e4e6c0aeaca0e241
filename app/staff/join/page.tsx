import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { JoinForm } from './form';

export const metadata = { title: 'Join the staff' };

/** Whoever holds the code of an invitation has no account yet, so nobody needs to be signed in here. */
export default function JoinPage() {
  return (
    <Main width="narrow">
      <PageTitle lead="With the code of your invitation. Have your phone ready: the next page sets up its authenticator app.">
        Join the staff
      </PageTitle>
      <JoinForm />
      <p>
        Joined already? <a href="/login">Login to the CECS</a> with your email address.
      </p>
    </Main>
  );
}
