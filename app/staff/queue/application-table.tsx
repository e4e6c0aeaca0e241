import { DateText } from '@/app/_ui/date-text';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { ActsNext, DeskStatus } from '@/app/staff/status';
import { isApplicationKind, type RuleSet } from '@/lib/rulebook/model';
import { kindRules } from '@/lib/rulebook/rules';
import { daysBetween, type Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import type { QueueItem } from '@/lib/staff/queries';

/** Who looks at the table, and when. */
export type Viewer = { readonly today: Day; readonly opens: boolean; readonly reviews: boolean };

type Item = QueueItem & { readonly queuedOn: Day | null };

type Props = {
  readonly caption: string;
  readonly items: readonly Item[];
  readonly ruleSet: RuleSet;
  readonly viewer: Viewer;
};

export function ApplicationTable({ caption, items, ruleSet, viewer }: Props) {
  return (
    <ResponsiveTable
      caption={caption}
      rows={items}
      rowKey={(item) => item.reference}
      columns={[
        { header: 'Application', rowHeader: true, cell: (item) => <Reference item={item} viewer={viewer} /> },
        { header: 'What', cell: (item) => (isApplicationKind(item.kind) ? kindRules(ruleSet, item.kind).title : item.kind) },
        { header: 'Name', cell: (item) => item.name },
        { header: 'EIN', cell: (item) => item.ein ?? 'Not linked yet' },
        { header: 'Received', cell: (item) => <Received on={item.queuedOn} today={viewer.today} /> },
        { header: 'Status', cell: (item) => <DeskStatus status={item.status} /> },
        { header: 'Acts next', cell: (item) => <ActsNext status={item.status} /> },
      ]}
    />
  );
}

/** From the queue the reason for opening is implied for those who review; others are asked for theirs. */
export function hrefOf({ reference }: Pick<Item, 'reference'>, { reviews }: Viewer): string {
  return `/staff/applications/${reference}${reviews ? '?for=queue' : ''}`;
}

// What still waits for its payment is not the desk's to open.
function Reference({ item, viewer }: { item: Item; viewer: Viewer }) {
  const shown = <span className="cecs-reference">{formatReference(item.reference)}</span>;
  return viewer.opens && item.queuedOn ? <a href={hrefOf(item, viewer)}>{shown}</a> : shown;
}

function Received({ on, today }: { on: Day | null; today: Day }) {
  if (!on) return <>Not in the queue yet</>;
  const age = daysBetween(on, today);
  return (
    <>
      <DateText value={on} />
      <br />
      <small>{age === 0 ? 'today' : `${age} ${age === 1 ? 'day' : 'days'} ago`}</small>
    </>
  );
}
