import { notFound } from 'next/navigation';
import { RequestFacts } from '@/app/(educator)/profile/request-list';
import { requestTitles } from '@/app/(educator)/profile/request-wording';
import { uploadProblem } from '@/app/(educator)/upload-problems';
import { Alert } from '@/app/_ui/alert';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Card } from '@/app/_ui/card';
import { UploadForm } from '@/app/_ui/form/upload-form';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { findMyRequests } from '@/lib/identity/request-queries';
import { requestPages, type RequestKind } from '@/lib/identity/rules';
import { formatDay } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { setResponseStatus } from '@/lib/web/response-status';
import { requireEducator } from '@/lib/web/session';

export const metadata = { title: 'Your request' };

const evidence: Readonly<Record<RequestKind, string>> = {
  name_correction: 'A birth or marriage certificate, a court order, a passport or a driver’s license with the right name.',
  birth_date_correction: 'A birth certificate, a passport or a driver’s license.',
  certificate_problem: 'What shows it: a copy or photograph of the certificate, or a letter about it.',
};

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<{ opened?: string; file?: string | string[] }> };

/** One request as it stands, and where documents for it are sent. */
export default async function RequestPage({ params, searchParams }: Props) {
  const ctx = await requireEducator();
  const path = `/profile/requests/${(await params).kind}`;
  const kind = (Object.keys(requestPages) as RequestKind[]).find((one) => requestPages[one] === path);
  const found = kind && (await findMyRequests(ctx)).find((one) => one.kind === kind);
  if (!found) notFound();
  const { opened, file } = await searchParams;
  const problem = uploadProblem(file);
  if (problem) await setResponseStatus(422);
  return (
    <Main width="narrow" before={<BackLink href="/profile">Profile</BackLink>}>
      <PageTitle>{requestTitles[kind]}</PageTitle>
      {opened === '1' && found.closedOn === null && (
        <Alert tone="success" heading="We have opened a case for you" live>
          <p>
            Your case number is {formatReference(found.reference)}. You hear from us by {formatDay(found.promisedBy)}.
          </p>
        </Alert>
      )}
      {file === 'received' && <Alert tone="success">Your document has arrived. A person looks at it.</Alert>}
      <RequestFacts request={found} />
      {found.closedOn === null && (
        <Card heading="Send a document">
          <p>{evidence[kind]}</p>
          <UploadForm action={`${path}/upload`} problem={problem} />
        </Card>
      )}
    </Main>
  );
}
