import { DateText } from '@/app/_ui/date-text';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import type { ApplicationView, MailedInstrument } from '@/lib/payments/application-queries';
import { instrumentNames } from '@/lib/payments/model';
import { obligationNames, paidWithWords, whatToSend, whyReturned } from '@/lib/payments/wording-rules';
import { formatCents } from '@/lib/shared/money';

/** What is owed, what came, and the receipts. A free application has none of it. */
export function Money({ view }: { view: ApplicationView }) {
  const { obligations, instruments, receipts, slip, application } = view;
  if (obligations.length === 0) return null;
  return (
    <>
      <h2>Fees and payments</h2>
      <ResponsiveTable
        caption="What this application costs"
        rows={obligations}
        rowKey={(row) => row.id}
        columns={[
          { header: 'For', rowHeader: true, cell: (row) => obligationNames(row.code) },
          { header: 'Amount', alignEnd: true, cell: (row) => formatCents(row.cents) },
          { header: 'Status', cell: (row) => (row.openCents <= 0 ? 'Paid' : row.isDue ? 'Due now' : 'Due after approval') },
        ]}
      />
      {slip && instruments.length === 0 && obligations.some((one) => one.openCents > 0) && (
        <p>
          Paying by mail? It takes 10 to 12 business days.{' '}
          <a href={`/applications/${application.reference}/slip`}>See or print your slip</a>
        </p>
      )}
      {instruments.map((one) => (
        <MailState key={one.id} instrument={one} />
      ))}
      {receipts.length > 0 && (
        <ul className="usa-list usa-list--unstyled">
          {receipts.map((one) => (
            <li key={one.number}>
              <a href={`/applications/${application.reference}/receipts/${one.number}`}>Receipt {one.number}</a>:{' '}
              {formatCents(one.cents)} by {paidWithWords(one.method, one.paidWith)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function MailState({ instrument }: { instrument: MailedInstrument }) {
  const what = `Your ${instrumentNames[instrument.kind]} of ${formatCents(instrument.cents)}`;
  if (instrument.outcome === 'accepted') {
    return (
      <p>
        {what} arrived on <DateText value={instrument.receivedOn} /> and was accepted.
      </p>
    );
  }
  return (
    <p>
      {what} arrived on <DateText value={instrument.receivedOn} /> and was returned to you.{' '}
      {whyReturned(instrument.kind, instrument.returnReason)} {whatToSend}
    </p>
  );
}
