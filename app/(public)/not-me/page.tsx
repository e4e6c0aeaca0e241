import { Alert } from '@/app/_ui/alert';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { wasJustDone } from '@/lib/web/done-cookie';
import { clock } from '@/lib/web/request';
import { NotMeForm } from './form';

export const metadata = { title: 'This was not me' };

type Props = { searchParams: Promise<{ done?: string }> };

/** From the notice to the address on file. Nothing ends by opening it: mail programs open links by themselves. */
export default async function NotMePage({ searchParams }: Props) {
  const isDone = (await searchParams).done === '1' && (await wasJustDone('link_ended', clock()));
  return (
    <Main width="narrow">
      <PageTitle lead="Somebody linked an online account to your certification record, and it was not you.">This was not me</PageTitle>
      {isDone ? (
        <Alert tone="success" heading="The link has been ended" live>
          <p>
            The account can no longer see or use your record, and whoever was signed in there is signed out. A person at the
            Bureau looks at it. To use your record online yourself, <a href="/create-account">create an account</a>, or call
            860-713-6969.
          </p>
        </Alert>
      ) : (
        <NotMeForm />
      )}
    </Main>
  );
}
