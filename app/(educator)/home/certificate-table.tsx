'use client';

import { ButtonLink } from '@/app/_ui/button';
import { DateText } from '@/app/_ui/date-text';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { StatusTag, type Tone } from '@/app/_ui/tag';
import type { Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';

export type CertificateRow = {
  readonly number: string;
  readonly type: string;
  readonly endorsements: string;
  readonly tone: Tone;
  readonly standing: string;
  readonly from: Day;
  readonly through: Day | null;
  readonly canChoose: boolean;
  /** Why not, or what opens later: a sentence each. */
  readonly reasons: readonly string[];
  readonly canPrint: boolean;
};

/** A client component, so that the page carries what is in the rows and not the whole table a second time. */
export function CertificateTable({ rows }: { readonly rows: readonly CertificateRow[] }) {
  return (
    <ResponsiveTable
      caption="Your certificates, the latest first"
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        { header: 'Certificate', rowHeader: true, cell: (row) => <Name row={row} /> },
        { header: 'Valid', cell: (row) => <Validity row={row} /> },
        { header: 'Renew/Update', wide: true, cell: (row) => <RenewUpdate row={row} /> },
        { header: 'Copies', wide: true, cell: (row) => <Copies row={row} /> },
      ]}
    />
  );
}

type RowProps = { readonly row: CertificateRow };

function Name({ row: { type, endorsements, number } }: RowProps) {
  return (
    <>
      {type}
      <br />
      <small>
        {endorsements}
        {endorsements !== '' && ' · '}
        <span className="cecs-reference">{formatReference(number)}</span>
      </small>
    </>
  );
}

function Validity({ row: { tone, standing, from, through } }: RowProps) {
  return (
    <>
      <StatusTag tone={tone}>{standing}</StatusTag>
      <br />
      <DateText value={from} /> {through ? <>to <DateText value={through} /></> : 'with no end date'}
    </>
  );
}

function RenewUpdate({ row: { canChoose, number, reasons } }: RowProps) {
  return (
    <>
      {canChoose && (
        <ButtonLink href={`/applications/new?certificate=${number}`} size="small" aria-label={`Choose certificate ${formatReference(number)}`}>
          Choose
        </ButtonLink>
      )}
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </>
  );
}

function Copies({ row: { canPrint, number } }: RowProps) {
  return (
    <>
      {canPrint ? (
        <ButtonLink href={`/certificates/${number}`} look="quiet">
          Print or save (free)
        </ButtonLink>
      ) : (
        <p>Print or save (free), once it is confirmed that it is you</p>
      )}
      <ButtonLink href={`/applications/new?certificate=${number}&kind=duplicate`} look="quiet">
        Request a duplicate ($50)
      </ButtonLink>
    </>
  );
}
