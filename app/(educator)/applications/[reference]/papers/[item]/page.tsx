import { notFound } from 'next/navigation';
import { uploadProblem } from '@/app/(educator)/upload-problems';
import { Alert } from '@/app/_ui/alert';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { RequirementState, requirementTitle } from '@/app/_ui/requirement-state';
import { findFilesOfItems } from '@/lib/documents/paper-queries';
import { findApplicationView } from '@/lib/payments/application-queries';
import { must } from '@/lib/shared/result';
import { formatReference } from '@/lib/shared/references';
import { setResponseStatus } from '@/lib/web/response-status';
import { requireEducator } from '@/lib/web/session';
import { FileList } from './file-list';
import { Sending } from './sending';

export const metadata = { title: 'Send a paper' };

type Said = string | string[];
type Props = { params: Promise<{ reference: string; item: string }>; searchParams: Promise<{ file?: Said; which?: Said }> };

/** One item of an application: how it is sent, what has come, and where files for it are chosen. */
export default async function PaperPage({ params, searchParams }: Props) {
  const ctx = await requireEducator();
  const asked = await params;
  const { reference } = asked;
  const view = await findApplicationView(ctx, reference);
  const item = view?.requirements.find((one) => one.reference === asked.item);
  if (!item) notFound();
  const { application, decision } = must(view, 'the application of an item');
  const { file, which } = await searchParams;
  const problem = uploadProblem(file, which);
  if (problem) await setResponseStatus(422);
  const files = (await findFilesOfItems(ctx, application.id)).filter(({ requirementId }) => requirementId === item.id);
  return (
    <Main width="narrow" before={<BackLink href={`/applications/${reference}`}>Application</BackLink>}>
      <PageTitle caption={`Application ${formatReference(reference)}`}>{requirementTitle(item)}</PageTitle>
      {file === 'received' && files.length > 0 && (
        <Alert tone="success" heading="What you sent has arrived" live>
          A reviewer looks at it. You can send more pages below.
        </Alert>
      )}
      <p>
        <RequirementState item={item} waiting="Still needed" />
      </p>
      <FileList files={files} />
      <Sending item={item} reference={reference} isDecided={decision !== null || application.closedAt !== null} problem={problem} />
    </Main>
  );
}
