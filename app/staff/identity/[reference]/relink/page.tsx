import { forbidden, notFound } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { findCase } from '@/lib/identity/case-queries';
import { must } from '@/lib/shared/result';
import { formatReference } from '@/lib/shared/references';
import { needsSecondPerson } from '@/lib/staff/case-rules';
import { openCase } from '@/lib/staff/open-case';
import { heldValues, requireStaff } from '@/lib/web/session';
import { RelinkForm } from './form';

export const metadata = { title: 'Link to another record' };

export default async function RelinkPage({ params }: { params: Promise<{ reference: string }> }) {
  const ctx = await requireStaff('review_identity');
  const { reference } = await params;
  const opened = await openCase(ctx, { reference });
  if (!opened.ok) return opened.error === 'not_allowed' ? forbidden() : notFound();
  const found = must(await findCase(ctx, reference), 'the case that was just opened');
  const takesTwo = found.candidates.find((one) => (one.heldBy !== null || needsSecondPerson(one)) && one.ein !== found.link?.ein);
  return (
    <Main width="narrow" before={<BackLink href={`/staff/identity/${reference}`}>{`Case ${formatReference(reference)}`}</BackLink>}>
      <PageTitle lead="A second person has to approve it. Whoever loses a record gets a case of their own, and is told.">
        {`Link ${found.account?.name ?? 'the account'} to another record`}
      </PageTitle>
      <RelinkForm reference={reference} initialValues={{ ein: takesTwo?.ein ?? '', ...(await heldValues(ctx)) }} />
    </Main>
  );
}
