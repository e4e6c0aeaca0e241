import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { announcedOf, papersOf, sum, totalOf } from './price-words';
import type { PriceRow } from './price-list';

/** What each application costs, at a glance. */
export function PriceTable({ caption, rows }: { readonly caption: string; readonly rows: readonly PriceRow[] }) {
  return (
    <ResponsiveTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.kind}
      columns={[
        { header: 'Application', rowHeader: true, cell: (row) => <Title row={row} /> },
        { header: 'Papers to send', cell: papersOf },
        { header: 'Due when you apply', alignEnd: true, cell: ({ price }) => (price ? sum(price.dueNow) : 'Not known yet') },
        { header: 'Due before it is issued', alignEnd: true, cell: ({ price }) => (price ? sum(price.dueLater) : 'Not known yet') },
        { header: 'In all', alignEnd: true, cell: (row) => <InAll row={row} /> },
      ]}
    />
  );
}

function InAll({ row }: { readonly row: PriceRow }) {
  const announced = announcedOf(row);
  return (
    <>
      <strong>{totalOf(row)}</strong>
      {announced && (
        <>
          <br />
          {announced}
        </>
      )}
    </>
  );
}

function Title({ row: { title, form } }: { readonly row: PriceRow }) {
  if (form === null) return title;
  return (
    <>
      {title}
      <br />
      <small className="cecs-quiet">Form {form}</small>
    </>
  );
}
