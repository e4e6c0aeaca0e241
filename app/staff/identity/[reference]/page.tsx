import { forbidden, notFound } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { KeyValues } from '@/app/_ui/key-values';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { caseKinds, detailNames, matchReasons } from '@/app/staff/identity/wording';
import { findCase, type CaseView } from '@/lib/identity/case-queries';
import { must } from '@/lib/shared/result';
import { formatReference } from '@/lib/shared/references';
import { openCase } from '@/lib/staff/open-case';
import { requireStaff } from '@/lib/web/session';
import { Candidate } from './candidate';

export const metadata = { title: 'Identity case' };

export default async function CasePage({ params }: { params: Promise<{ reference: string }> }) {
  const ctx = await requireStaff('review_identity');
  const { reference } = await params;
  const opened = await openCase(ctx, { reference });
  if (!opened.ok) return opened.error === 'not_allowed' ? forbidden() : notFound();
  const found = must(await findCase(ctx, reference), 'the case that was just opened');
  const { title, sentence } = caseKinds[found.kind];
  return (
    <Main width="regular" before={<BackLink href="/staff/identity">Identity cases</BackLink>}>
      <PageTitle caption={`Case ${formatReference(reference)}`} lead={sentence}>
        {title}
      </PageTitle>
      <KeyValues
        rows={[
          { key: 'Opened', value: <DateText value={found.openedOn} /> },
          { key: 'Promised by', value: <DateText value={found.promisedBy} /> },
          { key: 'State', value: found.isOpen ? 'Open' : 'Closed' },
          ...(found.account ? [{ key: 'Account', value: `${found.account.name}, ${found.account.email}` }] : []),
        ]}
      />
      <Typed found={found} />
      {found.candidates.length > 0 && <h2>{found.candidates.length > 1 ? 'The records that may be meant' : 'The record that may be meant'}</h2>}
      {found.candidates.map((one) => (
        <Candidate key={one.ein} one={one} />
      ))}
      <p className="cecs-quiet">It is written down that you opened these records for this case; the people they belong to have a right to know.</p>
    </Main>
  );
}

function Typed({ found }: { found: CaseView }) {
  const { typed, details } = found;
  const written = Object.entries(detailNames).flatMap(([name, key]) => {
    const value = details[name];
    return value ? [{ key, value: <span className="cecs-written">{value}</span> }] : [];
  });
  if (!typed) return written.length > 0 ? <Card heading="What they wrote"><KeyValues rows={written} /></Card> : null;
  return (
    <Card heading="What they typed at Register">
      <KeyValues
        rows={[
          { key: 'Name', value: `${typed.firstName} ${typed.lastName}` },
          { key: 'Social Security number', value: <span className="cecs-reference">{typed.maskedSsn}</span> },
          { key: 'Email', value: typed.email },
          { key: 'Why it was not linked', value: typed.reasons.map((reason) => matchReasons[reason] ?? reason).join('. ') },
        ]}
      />
    </Card>
  );
}
