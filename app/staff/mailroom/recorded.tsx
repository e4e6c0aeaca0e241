import { Alert } from '@/app/_ui/alert';
import { Money } from '@/app/_ui/money';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { StatusTag } from '@/app/_ui/tag';
import { instrumentNames } from '@/lib/payments/model';
import { connecticutTimeZone, type Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import type { Recorded } from '@/lib/staff/mailroom-queries';
import { recordedSentence } from '@/lib/staff/mailroom-rules';

export function JustRecorded({ one, today }: { one: Recorded; today: Day }) {
  const isAccepted = one.outcome === 'accepted';
  return (
    <Alert tone={isAccepted ? 'success' : 'warning'} heading={isAccepted ? 'Recorded' : 'Return to sender'} live>
      {recordedSentence(one, today)}
    </Alert>
  );
}

export function RecordedToday({ recorded }: { recorded: readonly Recorded[] }) {
  return (
    <ResponsiveTable
      caption="What you recorded today, the latest first"
      rows={recorded}
      rowKey={(row) => row.id}
      columns={[
        { header: 'What', rowHeader: true, cell: (row) => <What row={row} /> },
        { header: 'Amount', alignEnd: true, cell: (row) => <Money amount={row.cents} /> },
        { header: 'For', cell: (row) => <For row={row} /> },
        { header: 'Outcome', cell: (row) => <Outcome row={row} /> },
        { header: 'At', cell: (row) => time.format(row.enteredAt) },
      ]}
    />
  );
}

const time = new Intl.DateTimeFormat('en-US', { timeZone: connecticutTimeZone, timeStyle: 'short' });

function What({ row }: { row: Recorded }) {
  const name = instrumentNames[row.kind];
  return (
    <>
      {name.charAt(0).toUpperCase() + name.slice(1)}
      {row.serial && (
        <>
          <br />
          <small>{row.serial}</small>
        </>
      )}
    </>
  );
}

function For({ row }: { row: Recorded }) {
  return (
    <>
      {row.name}
      <br />
      <small>{formatReference(row.applicationReference)}</small>
    </>
  );
}

function Outcome({ row }: { row: Recorded }) {
  return row.outcome === 'accepted' ? <StatusTag tone="success">Booked</StatusTag> : <StatusTag tone="warning">Returned</StatusTag>;
}
