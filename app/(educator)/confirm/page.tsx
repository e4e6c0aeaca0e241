import { redirect } from 'next/navigation';
import { uploadProblem } from '@/app/(educator)/upload-problems';
import { Alert } from '@/app/_ui/alert';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { findWays } from '@/lib/identity/confirmation-queries';
import { setResponseStatus } from '@/lib/web/response-status';
import { requireEducator } from '@/lib/web/session';
import { CodeCard, DocumentCard, EmailCard, LetterCard } from './ways';

export const metadata = { title: 'Confirm it is you' };

/** The one task of a provisional link. Lists only what is open to this person; the document always is. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<{ file?: string }> }) {
  const ctx = await requireEducator();
  const ways = await findWays(ctx);
  if (!ways) redirect('/home');
  const { file } = await searchParams;
  const problem = uploadProblem(file);
  if (problem) await setResponseStatus(422);
  return (
    <Main width="narrow" before={<BackLink href="/home">Home</BackLink>}>
      <PageTitle lead="What you typed agrees with a record. To print certificates and see the contact information on it, show us once that it is yours. Until then you can renew, apply and pay.">
        Confirm it is you
      </PageTitle>
      {file === 'received' && (
        <Alert tone="success" heading="Your document has arrived">
          A person looks at it. You hear from us by the date below.
        </Alert>
      )}
      <CodeCard ways={ways} />
      {ways.hasEmail && <EmailCard isSent={ways.emailedOn !== undefined} />}
      {ways.hasAddress && <LetterCard letter={ways.letter} />}
      <DocumentCard openCase={ways.openCase} problem={problem} />
    </Main>
  );
}
