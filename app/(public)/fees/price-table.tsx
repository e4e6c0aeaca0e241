import { Details } from '@/app/_ui/details';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import type { CertificateFamily } from '@/lib/rulebook/model';
import { formatCents, type Cents } from '@/lib/shared/money';
import type { Needs, Price, PriceRow } from './price-list';

type Props = { readonly caption: string; readonly rows: readonly PriceRow[] };

/** What each application costs at a glance, and below it, folded away, what each one asks for. */
export function PriceTable({ caption, rows }: Props) {
  return (
    <>
      <ResponsiveTable
        caption={caption}
        rows={rows}
        rowKey={(row) => row.kind}
        columns={[
          { header: 'Application', rowHeader: true, cell: (row) => row.title },
          { header: 'Form', cell: (row) => row.form ?? 'None' },
          { header: 'Papers to send', cell: (row) => papersOf(row) },
          { header: 'Due when you apply', alignEnd: true, cell: ({ price }) => (price ? sum(price.dueNow) : 'Not known yet') },
          { header: 'Due before it is issued', alignEnd: true, cell: ({ price }) => (price ? sum(price.dueLater) : 'Not known yet') },
          { header: 'In all', alignEnd: true, cell: ({ price }) => <Total price={price} /> },
        ]}
      />
      {rows.map((row) => (
        <Details key={row.kind} summary={`What you need: ${row.title}`}>
          <Requirements row={row} />
        </Details>
      ))}
    </>
  );
}

function papersOf({ needs }: PriceRow): string {
  const papers = needs.filter(({ holding }) => holding.length === 0).flatMap((one) => one.papers);
  return papers.length > 0 ? papers.join(', ') : 'None';
}

function Total({ price }: { readonly price: Price | null }) {
  if (!price) return 'The Bureau will tell you the amount';
  return <strong>{price.total === 0 ? 'Free' : formatCents(price.total)}</strong>;
}

function sum(amount: Cents): string {
  return amount === 0 ? 'Nothing' : formatCents(amount);
}

function Requirements({ row }: { readonly row: PriceRow }) {
  return (
    <>
      {row.needs.map((needs) => (
        <NeedsList key={needs.holding.join()} needs={needs} />
      ))}
      {row.needs.length === 0 && <p>Ask the Bureau what to send: 860-713-6969.</p>}
      {row.furtherEndorsement !== null && (
        <p>Each further endorsement on the same application: {formatCents(row.furtherEndorsement)}, before the certificate is issued.</p>
      )}
      {row.families.map(({ family, price }) => (
        <p key={family}>
          {familyNames[family]}: {formatCents(price.total)} in all, {sum(price.dueNow).toLowerCase()} of it when you apply.
        </p>
      ))}
      <p className="cecs-quiet">Where this comes from: {row.sources.map(({ title }) => title).join('; ')}.</p>
    </>
  );
}

function NeedsList({ needs: { holding, sentences } }: { readonly needs: Needs }) {
  return (
    <>
      {holding.length > 0 && <h3>If you hold a {holding.join(' or ')}</h3>}
      {sentences.length === 0 && <p>Nothing but the application itself.</p>}
      {sentences.length > 0 && (
        <ul className="usa-list">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const familyNames: Readonly<Record<CertificateFamily, string>> = {
  teaching: 'For a teaching certificate',
  special_services: 'For a special services certificate',
  vocational: 'For a vocational certificate',
  administrative: 'For an administrator certificate',
  adult_education: 'For an adult education certificate',
};
