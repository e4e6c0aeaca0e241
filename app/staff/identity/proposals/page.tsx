import { BackLink } from '@/app/_ui/breadcrumb';
import { EmptyState } from '@/app/_ui/empty-state';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { DecisionList } from '@/app/staff/identity/decision-list';
import { Done } from '@/app/staff/done';
import { identitySentences } from '@/app/staff/identity/done-sentences';
import { findProposals } from '@/lib/staff/decision-queries';
import { requireStaff } from '@/lib/web/session';

export const metadata = { title: 'Waiting for a second person' };

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function ProposalsPage({ searchParams }: Props) {
  const ctx = await requireStaff('review_identity');
  const { done } = await searchParams;
  const proposals = await findProposals(ctx);
  return (
    <Main width="regular" before={<BackLink href="/staff/identity">Identity cases</BackLink>}>
      <PageTitle lead="Merging records, linking an account to another record and correcting an SSN or a birth date take two people.">
        Waiting for a second person
      </PageTitle>
      <Done done={done} sentences={identitySentences} />
      {proposals.length === 0 && <EmptyState heading="Nothing waits">Proposals appear here until somebody else approves them.</EmptyState>}
      <DecisionList decisions={proposals} />
    </Main>
  );
}
