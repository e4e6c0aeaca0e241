import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { standings } from '@/app/_ui/standings';
import { StatusTag } from '@/app/_ui/tag';
import type { CertificateFacts, Standing } from '@/lib/certificates/model';
import { standingOn, validThrough } from '@/lib/certificates/validity';
import { certificateTypeOf } from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import type { Desk } from '@/lib/staff/desk-queries';

export function Certificates({ desk, today }: { desk: Desk; today: Day }) {
  const { certificates, view } = desk;
  const asked = { day: today, ruleSet: view.ruleSet };
  if (certificates.length === 0) {
    return <Card heading="Certificates held">None on record.</Card>;
  }
  return (
    <ResponsiveTable
      caption="Certificates held, the latest first"
      rows={certificates}
      rowKey={(row) => row.id}
      columns={[
        { header: 'Certificate', rowHeader: true, cell: (row) => <Name row={row} desk={desk} /> },
        { header: 'Endorsements', cell: (row) => row.endorsements.join(', ') || 'None' },
        { header: 'From', cell: (row) => <DateText value={row.effectiveOn} /> },
        { header: 'Through', cell: (row) => <Through day={validThrough(row, asked)} /> },
        { header: 'Today', cell: (row) => <Today standing={standingOn(row, asked)} /> },
      ]}
    />
  );
}

function Name({ row, desk }: { row: CertificateFacts; desk: Desk }) {
  return (
    <>
      {certificateTypeOf(desk.view.ruleSet, row.typeKey).name}
      <br />
      <small>
        {formatReference(row.number)}
        {row.id === desk.view.application.certificateId && ' · applied from'}
        {row.number === desk.issuedNumber && ' · issued on this application'}
      </small>
    </>
  );
}

function Through({ day }: { day: Day | null }) {
  return day ? <DateText value={day} /> : <>No end date</>;
}

function Today({ standing }: { standing: Standing }) {
  const { tone, word } = standings[standing.state];
  return <StatusTag tone={tone}>{word}</StatusTag>;
}
