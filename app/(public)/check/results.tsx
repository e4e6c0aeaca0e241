import { EmptyState } from '@/app/_ui/empty-state';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { StatusTag } from '@/app/_ui/tag';
import type { PublicCertificate, PublicSearch } from '@/lib/certificates/public-queries';
import type { RuleSet } from '@/lib/rulebook/model';
import { formatDay, type Day } from '@/lib/shared/days';
import { Endorsements } from './endorsements';
import { holderOf, publicStatus } from './public-status';

/** The database answers with so many at most. */
const most = 50;

type ResultsProps = {
  readonly search: PublicSearch;
  readonly found: readonly PublicCertificate[];
  readonly asked: { readonly day: Day; readonly ruleSet: RuleSet };
};

export function Results({ search, found, asked }: ResultsProps) {
  if (found.length === 0) return <Nothing search={search} />;
  return (
    <>
      <ResponsiveTable
        caption={captionOf(search, found)}
        rows={found}
        rowKey={(row) => row.number}
        columns={[
          { header: 'Name', rowHeader: true, cell: holderOf },
          { header: 'Certificate', cell: (row) => <a href={`/check/${row.number}`}>{row.typeName}</a> },
          { header: 'Endorsements', cell: (row) => <Endorsements {...row} /> },
          { header: 'Valid from', cell: (row) => formatDay(row.effectiveOn) },
          { header: 'Status today', cell: (row) => <Status certificate={row} asked={asked} /> },
        ]}
      />
      {found.length === most && <p>These are the first {most}. With the certificate number you find exactly one.</p>}
      {'lastName' in search && found.length > 1 && (
        <p>Several people can have the same name. Only the certificate number says for sure whose certificate it is.</p>
      )}
    </>
  );
}

function captionOf(search: PublicSearch, [first, ...others]: readonly PublicCertificate[]): string {
  if ('number' in search || !first) return 'The certificate with this number';
  const certificates = others.length === 0 ? '1 certificate' : `${others.length + 1} certificates`;
  return `${certificates} under the name ${first.firstName} ${first.lastName}`;
}

function Status({ certificate, asked }: { readonly certificate: PublicCertificate; readonly asked: ResultsProps['asked'] }) {
  const { tone, words } = publicStatus(certificate, asked);
  return <StatusTag tone={tone}>{words}</StatusTag>;
}

function Nothing({ search }: { readonly search: PublicSearch }) {
  if ('number' in search) {
    return (
      <EmptyState heading="No Connecticut certificate has this number">
        Compare it with the certificate, character by character. The letters I, L, O and U are not used; spaces, hyphens and
        capitals do not matter. If it still is not found, the certificate may not be genuine: ask us at 860-713-6969.
      </EmptyState>
    );
  }
  return (
    <EmptyState heading={`No Connecticut certificate under the name ${search.firstName} ${search.lastName}`}>
      Only the exact name is found, with its accents, spaces and hyphens, as it stands on the certificate. People also change
      their last names: ask for the certificate number, which stays the same.
    </EmptyState>
  );
}
