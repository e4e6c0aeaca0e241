import { Alert } from '@/app/_ui/alert';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { wasJustDone } from '@/lib/web/done-cookie';
import { clock } from '@/lib/web/request';
import { ObjectToMoveForm } from './form';

export const metadata = { title: 'I did not move my account' };

/** From the notice to the address that was left. Nothing is taken back by opening it: mail programs open links by themselves. */
export default async function ObjectToMovePage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const isDone = (await searchParams).done === '1' && (await wasJustDone('account_moved_back', clock()));
  return (
    <Main width="narrow">
      <PageTitle lead="Your account was moved to another email address, and it was not you.">I did not move my account</PageTitle>
      {isDone ? (
        <Alert tone="success" heading="Your account is back at this address" live>
          <p>
            Whoever was signed in is signed out. A temporary password is on its way to you: <a href="/login">log in</a> with it and
            set a new one. Your second email address is removed. A person at the Bureau looks at what happened.
          </p>
        </Alert>
      ) : (
        <ObjectToMoveForm />
      )}
    </Main>
  );
}
