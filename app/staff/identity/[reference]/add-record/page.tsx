import { forbidden, notFound } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { formatReference } from '@/lib/shared/references';
import { openCase } from '@/lib/staff/open-case';
import { heldValues, requireStaff } from '@/lib/web/session';
import { AddRecordForm } from './form';

export const metadata = { title: 'Add a record to the case' };

export default async function AddRecordPage({ params }: { params: Promise<{ reference: string }> }) {
  const ctx = await requireStaff('review_identity');
  const { reference } = await params;
  const opened = await openCase(ctx, { reference });
  if (!opened.ok) return opened.error === 'not_allowed' ? forbidden() : notFound();
  return (
    <Main width="narrow" before={<BackLink href={`/staff/identity/${reference}`}>{`Case ${formatReference(reference)}`}</BackLink>}>
      <PageTitle lead="It is compared in the case with what was typed. Nobody is linked yet. Its person can see that you opened it.">
        Add a record to the case
      </PageTitle>
      <AddRecordForm reference={reference} initialValues={await heldValues(ctx)} />
    </Main>
  );
}
