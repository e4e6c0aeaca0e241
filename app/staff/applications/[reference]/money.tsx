import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { KeyValues, type KeyValue } from '@/app/_ui/key-values';
import { Money as Amount } from '@/app/_ui/money';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import type { ApplicationView, MailedInstrument } from '@/lib/payments/application-queries';
import { instrumentNames, type Obligation } from '@/lib/payments/model';
import { obligationNames, paidWithWords, whyReturned } from '@/lib/payments/wording-rules';
import { formatDay } from '@/lib/shared/days';
import { cents, sumCents } from '@/lib/shared/money';
import { formatReference } from '@/lib/shared/references';

/** What is owed and what came, from the ledger. */
export function Money({ view }: { view: ApplicationView }) {
  const { obligations, receipts, instruments, slip } = view;
  if (obligations.length === 0) return <Card heading="Money">Nothing is owed for this application.</Card>;
  const open = sumCents(obligations.map((one) => one.openCents));
  const came: KeyValue[] = [
    ...receipts.map((one) => ({
      key: `Receipt ${one.number}`,
      value: (
        <>
          <Amount amount={one.cents} /> by {paidWithWords(one.method, one.paidWith)}, <DateText value={one.issuedAt} />
        </>
      ),
    })),
    ...instruments.map((one) => ({ key: `Mail of ${formatDay(one.receivedOn)}${one.serial ? `, number ${one.serial}` : ''}`, value: <Mailed one={one} /> })),
    ...(slip ? [{ key: 'Slip for the mail', value: formatReference(slip.reference) }] : []),
  ];
  return (
    <>
      <ResponsiveTable
        caption={open > 0 ? 'Money: not all paid' : 'Money: all paid'}
        rows={obligations}
        rowKey={(row) => row.id}
        columns={[
          { header: 'For', rowHeader: true, cell: (row) => obligationNames(row.code) },
          { header: 'Amount', alignEnd: true, cell: (row) => <Amount amount={row.cents} /> },
          { header: 'Paid', alignEnd: true, cell: (row) => <Amount amount={cents(row.cents - row.openCents)} /> },
          { header: 'Due', cell: (row) => dueWords(row) },
        ]}
      />
      {came.length > 0 && (
        <Card heading="What came">
          <KeyValues rows={came} />
        </Card>
      )}
    </>
  );
}

function dueWords({ openCents, isDue }: Obligation): string {
  if (openCents <= 0) return 'Paid';
  return isDue ? 'Now' : 'After approval';
}

function Mailed({ one }: { one: MailedInstrument }) {
  return (
    <>
      <Amount amount={one.cents} />, {instrumentNames[one.kind]},{' '}
      {one.outcome === 'accepted' ? 'accepted' : `returned to sender. ${whyReturned(one.kind, one.returnReason)}`}
    </>
  );
}
