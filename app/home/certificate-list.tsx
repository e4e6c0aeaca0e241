'use client';

import { ButtonLink } from '@/app/_ui/button';
import { DateText } from '@/app/_ui/date-text';
import { EmptyState } from '@/app/_ui/empty-state';
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
  /** What it means that it ended, what is left, why not, or what opens later: a sentence each. */
  readonly reasons: readonly string[];
  /** No rule leads on: a person at the Bureau answers, as a case. */
  readonly canAsk: boolean;
  readonly canPrint: boolean;
};

type CertificateListProps = { readonly rows: readonly CertificateRow[]; readonly isSearching: boolean };

/** The list people know from the directions: one row a certificate, "Choose" in the Renew/Update column. */
export function CertificateList({ rows, isSearching }: CertificateListProps) {
  if (rows.length === 0) return <NoCertificates isSearching={isSearching} />;
  return (
    <>
      <h2>Educator Certificates List</h2>
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
    </>
  );
}

function NoCertificates({ isSearching }: { isSearching: boolean }) {
  if (isSearching) {
    return (
      <EmptyState heading="Your certificates appear here once your record is found" action={<ButtonLink href="/applications/new" look="secondary">Apply Online</ButtonLink>}>
        Meanwhile you can apply for a first certificate.
      </EmptyState>
    );
  }
  return (
    <EmptyState heading="No certificates on record" action={<ButtonLink href="/applications/new">Apply Online</ButtonLink>}>
      Apply for your first Connecticut certificate here. If you hold one already and miss it,{' '}
      <a href="/profile/certificate-problem">tell us</a>.
    </EmptyState>
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

function RenewUpdate({ row: { canChoose, canAsk, number, reasons } }: RowProps) {
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
      {canAsk && (
        <a href={`/profile/certificate-problem?certificate=${number}`} aria-label={`Ask the Bureau about certificate ${formatReference(number)}`}>
          Ask the Bureau
        </a>
      )}
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
