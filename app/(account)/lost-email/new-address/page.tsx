import { Alert } from '@/app/_ui/alert';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { NewAddressCodeForm } from './form';

export const metadata = { title: 'Code from your new address' };

export default async function NewAddressCodePage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const isDone = (await searchParams).done === '1';
  return (
    <Main width="narrow">
      <PageTitle lead={isDone ? undefined : 'The last step. We wrote to the new address; look in the spam or junk folder too.'}>
        {isDone ? 'Your account has moved' : 'Code from your new address'}
      </PageTitle>
      {isDone ? (
        <Alert tone="success" heading="Your account uses the new address" live>
          <p>
            Your username and password are the same: <a href="/login">log in</a>. Forgotten the password? A temporary one is on its
            way to the new address. We wrote to the old address too.
          </p>
        </Alert>
      ) : (
        <NewAddressCodeForm />
      )}
    </Main>
  );
}
