import { forbidden, notFound } from 'next/navigation';
import { MoveAccountForm } from '@/app/staff/identity/[reference]/move-account-form';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { findCase } from '@/lib/identity/case-queries';
import { must } from '@/lib/shared/result';
import { formatReference } from '@/lib/shared/references';
import { openCase } from '@/lib/staff/open-case';
import { heldValues, requireStaff } from '@/lib/web/session';

export const metadata = { title: 'Move an account' };

export default async function MovePage({ params }: { params: Promise<{ reference: string }> }) {
  const ctx = await requireStaff('review_identity');
  const { reference } = await params;
  const opened = await openCase(ctx, { reference });
  if (!opened.ok) return opened.error === 'not_allowed' ? forbidden() : notFound();
  const { kind, details } = must(await findCase(ctx, reference), 'the case that was just opened');
  if (kind !== 'lost_email') notFound();
  const { username, oldEmail = '', newEmail = '' } = details;
  return (
    <Main width="narrow" before={<BackLink href={`/staff/identity/${reference}`}>{`Case ${formatReference(reference)}`}</BackLink>}>
      <PageTitle lead="It stays the same account. A second person has to approve it; the old address is told, and it can be undone.">
        Move the account to another address
      </PageTitle>
      <MoveAccountForm reference={reference} initialValues={{ account: username ?? oldEmail, newEmail, ...(await heldValues(ctx)) }} />
    </Main>
  );
}
