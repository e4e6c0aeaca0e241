import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { StatusTag, type Tone } from '@/app/_ui/tag';
import { actsNext, statusNames } from '@/lib/applications/status';
import type { ApplicationStatus } from '@/lib/applications/model';
import type { Home, HomeApplication } from '@/lib/payments/home-queries';
import { isApplicationKind } from '@/lib/rulebook/model';
import { kindRules } from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';
import { formatCents } from '@/lib/shared/money';
import { formatReference } from '@/lib/shared/references';

export function Applications({ home }: { home: Home; day: Day }) {
  return (
    <>
      <h2>Applications</h2>
      {home.applications.length === 0 ? (
        <EmptyState heading="No applications yet">
          Each one you start stands here, with its status, what is owed and who acts next.
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Your applications, the latest first"
          rows={home.applications}
          rowKey={(row) => row.id}
          columns={[
            { header: 'Application', rowHeader: true, cell: (row) => <Title row={row} home={home} /> },
            { header: 'Status', cell: (row) => <StatusTag tone={toneOf(row.status)}>{statusNames[row.status]}</StatusTag> },
            { header: 'Owed now', alignEnd: true, cell: (row) => (row.owedNow > 0 ? formatCents(row.owedNow) : 'Nothing') },
            { header: 'Check Status/Pay Now', wide: true, cell: (row) => <Open row={row} /> },
          ]}
        />
      )}
      {home.certificates.length > 0 && (
        <p>
          Something else? <a href="/applications/new">Apply Online</a> for another certificate.
        </p>
      )}
    </>
  );
}

function Title({ row, home }: { row: HomeApplication; home: Home }) {
  return (
    <>
      {isApplicationKind(row.kind) ? kindRules(home.ruleSet, row.kind).title : 'Application'}
      <br />
      <small>{formatReference(row.reference)}</small>
    </>
  );
}

function Open({ row }: { row: HomeApplication }) {
  const label = row.status === 'draft' ? 'Continue' : 'Check Status/Pay Now';
  return (
    <ButtonLink href={`/applications/${row.reference}`} size="small" look="secondary" aria-label={`${label}, application ${formatReference(row.reference)}`}>
      {label}
    </ButtonLink>
  );
}

export function toneOf(status: ApplicationStatus): Tone {
  if (status === 'issued') return 'success';
  if (status === 'denied') return 'error';
  if (actsNext(status) === 'you') return 'warning';
  return actsNext(status) === 'bureau' ? 'info' : 'neutral';
}
