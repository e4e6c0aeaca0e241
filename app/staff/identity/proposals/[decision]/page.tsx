import { notFound } from 'next/navigation';
import { Alert } from '@/app/_ui/alert';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Card } from '@/app/_ui/card';
import { KeyValues } from '@/app/_ui/key-values';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { DecisionList } from '@/app/staff/identity/decision-list';
import { spelledSsn } from '@/app/staff/identity/spelled-ssn';
import { formatDay, type Day } from '@/lib/shared/days';
import type { Secret } from '@/lib/shared/secret';
import { isUuid } from '@/lib/shared/uuid';
import { findProposal, type DecisionView } from '@/lib/staff/decision-queries';
import { revealProposalReasons } from '@/lib/staff/identity-model';
import { heldValues, requireStaff } from '@/lib/web/session';
import { takeShownOnce } from '@/lib/web/shown-once';
import { RevealForm } from './form';

export const metadata = { title: 'What is proposed' };

/** One correction, for whoever approves it. */
export default async function ProposalPage({ params }: { params: Promise<{ decision: string }> }) {
  const ctx = await requireStaff('approve_identity');
  const { decision } = await params;
  const one = isUuid(decision) ? await findProposal(ctx, decision) : undefined;
  if (!one) return notFound();
  const values = await takeShownOnce();
  return (
    <Main width="regular" before={<BackLink href="/staff/identity/proposals">Waiting for a second person</BackLink>}>
      <PageTitle lead="Look at it beside what is on record, then approve it or leave it.">What is proposed</PageTitle>
      <Shown kind={one.kind} values={values} />
      <DecisionList decisions={[{ ...one, mayReveal: false }]} />
      {one.mayReveal && values.length === 0 && (
        <Card heading="See what is proposed">
          <p>The proposed value and the one on record are shown once, on the next page, and on no other.</p>
          <RevealForm id={one.id} reasons={revealProposalReasons} initialValues={await heldValues(ctx)} />
        </Card>
      )}
    </Main>
  );
}

type ShownProps = { readonly kind: DecisionView['kind']; readonly values: readonly Secret[] };

function Shown({ kind, values: [proposed, present] }: ShownProps) {
  if (!proposed) return null;
  const isSsn = kind === 'correct_ssn';
  const spelled = (value: Secret) => (isSsn ? spelledSsn(value) : formatDay(value.reveal() as Day));
  return (
    <Alert tone="info" heading={isSsn ? 'Social Security number' : 'Date of birth'} live>
      <KeyValues
        rows={[
          { key: 'Proposed', value: <span className="cecs-reference">{spelled(proposed)}</span> },
          { key: 'On record now', value: present ? <span className="cecs-reference">{spelled(present)}</span> : 'None' },
        ]}
      />
      <p className="usa-alert__text">It is written down that you saw it. Leave this page, and it is gone.</p>
    </Alert>
  );
}
