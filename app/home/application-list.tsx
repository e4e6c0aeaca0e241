'use client';

import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { StatusTag, type Tone } from '@/app/_ui/tag';
import { formatReference } from '@/lib/shared/references';

export type ApplicationRow = {
  readonly reference: string;
  readonly title: string;
  readonly tone: Tone;
  readonly status: string;
  readonly owed: string;
  readonly action: string;
};

type ApplicationListProps = {
  readonly rows: readonly ApplicationRow[];
  /** For somebody who holds a certificate; without one, "Apply Online" is the page's own action. */
  readonly offersAnother: boolean;
};

export function ApplicationList({ rows, offersAnother }: ApplicationListProps) {
  return (
    <>
      <h2>Applications</h2>
      {rows.length === 0 ? (
        <EmptyState heading="No applications yet">
          Each one you start stands here, with its status, what is owed and who acts next.
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Your applications, the latest first"
          rows={rows}
          rowKey={(row) => row.reference}
          columns={[
            { header: 'Application', rowHeader: true, cell: (row) => <Title row={row} /> },
            { header: 'Status', cell: (row) => <StatusTag tone={row.tone}>{row.status}</StatusTag> },
            { header: 'Owed now', alignEnd: true, cell: (row) => row.owed },
            { header: 'Check Status/Pay Now', wide: true, cell: (row) => <Open row={row} /> },
          ]}
        />
      )}
      {offersAnother && (
        <p>
          Something else? <a href="/applications/new">Apply Online</a> for another certificate.
        </p>
      )}
    </>
  );
}

type RowProps = { readonly row: ApplicationRow };

function Title({ row: { title, reference } }: RowProps) {
  return (
    <>
      {title}
      <br />
      <small>{formatReference(reference)}</small>
    </>
  );
}

function Open({ row: { reference, action } }: RowProps) {
  return (
    <ButtonLink href={`/applications/${reference}`} size="small" look="secondary" aria-label={`${action}, application ${formatReference(reference)}`}>
      {action}
    </ButtonLink>
  );
}
