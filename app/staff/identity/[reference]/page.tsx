import { forbidden, notFound } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Columns } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { KeyValues } from '@/app/_ui/key-values';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { StatusTag } from '@/app/_ui/tag';
import { DecisionList } from '@/app/staff/identity/decision-list';
import { Done } from '@/app/staff/done';
import { identitySentences } from '@/app/staff/identity/done-sentences';
import { caseKinds } from '@/app/staff/identity/wording';
import { findDocumentsOfCase } from '@/lib/documents/queries';
import { findCase, type CaseView } from '@/lib/identity/case-queries';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { formatReference } from '@/lib/shared/references';
import { findDecisionsOfCase } from '@/lib/staff/decision-queries';
import { openCase } from '@/lib/staff/open-case';
import { heldValues, requireStaff } from '@/lib/web/session';
import { Candidate } from './candidate';
import { Decide } from './decide';
import { DocumentList } from './document-list';
import { Typed } from './typed';

export const metadata = { title: 'Identity case' };

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ done?: string | string[] }> };

export default async function CasePage({ params, searchParams }: Props) {
  const ctx = await requireStaff('review_identity');
  const { reference } = await params;
  const { done } = await searchParams;
  const opened = await openCase(ctx, { reference });
  if (!opened.ok) return opened.error === 'not_allowed' ? forbidden() : notFound();
  const found = must(await findCase(ctx, reference), 'the case that was just opened');
  const decisions = await findDecisionsOfCase(ctx, reference);
  const documents = await findDocumentsOfCase(ctx, reference);
  const { title, sentence } = caseKinds[found.kind];
  return (
    <Main width="wide" before={<BackLink href="/staff/identity">Identity cases</BackLink>}>
      <PageTitle caption={`Case ${formatReference(reference)}`} lead={sentence}>
        {title}
      </PageTitle>
      <Done done={done} sentences={identitySentences} />
      <State found={found} today={dayInConnecticut(ctx.now)} />
      <SideBySide found={found} />
      <DocumentList reference={reference} documents={documents} />
      <Decide found={found} held={await heldValues(ctx)} />
      {decisions.length > 0 && <h2>What was decided</h2>}
      <DecisionList decisions={decisions} />
      <p className="cecs-quiet">It is written down that you opened these records for this case; the people they belong to have a right to know.</p>
    </Main>
  );
}

/** What somebody typed beside the records that may be meant; where nobody typed anything, the records beside each other. */
function SideBySide({ found }: { found: CaseView }) {
  const { candidates, reference } = found;
  const isTyped = found.typed !== null || found.account !== null || Object.keys(found.details).length > 0;
  const records = candidates.map((one) => <Candidate key={one.ein} one={one} reference={reference} />);
  if (!isTyped) return <Columns even>{records}</Columns>;
  return (
    <Columns even>
      <div>
        <Typed found={found} />
      </div>
      <div>{candidates.length > 0 ? records : <p className="cecs-quiet">No record is named in this case.</p>}</div>
    </Columns>
  );
}

function State({ found, today }: { found: CaseView; today: Day }) {
  const isOverdue = found.isOpen && found.promisedBy < today;
  return (
    <KeyValues
      rows={[
        { key: 'Opened', value: <DateText value={found.openedOn} /> },
        {
          key: 'Answer promised by',
          value: (
            <>
              <DateText value={found.promisedBy} /> {isOverdue && <StatusTag tone="error">Overdue</StatusTag>}
            </>
          ),
        },
        { key: 'State', value: found.isOpen ? 'Open' : 'Closed' },
      ]}
    />
  );
}
