import { EmptyState } from '@/app/_ui/empty-state';
import { DateText } from '@/app/_ui/date-text';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { findQueueFigures } from '@/lib/applications/queue-queries';
import { weeksCounted, type QueueFigures } from '@/lib/applications/queue-rules';
import { isApplicationKind } from '@/lib/rulebook/model';
import { findRuleSet } from '@/lib/rulebook/public-queries';
import { kindRules } from '@/lib/rulebook/rules';
import { dayInConnecticut, formatDay } from '@/lib/shared/days';
import { clock } from '@/lib/web/request';
import { WeeksPlot } from './weeks-plot';

export const metadata = { title: 'How long it takes' };

export default async function WaitingTimesPage() {
  const now = clock();
  const ruleSet = await findRuleSet();
  const rows = (await findQueueFigures(now)).map((row) => ({
    ...row,
    title: isApplicationKind(row.kind) ? kindRules(ruleSet, row.kind).title : row.kind,
  }));
  return (
    <Main width="wide">
      <PageTitle lead={`Counted on ${formatDay(dayInConnecticut(now))} from what the Bureau decided in the last ${weeksCounted} whole weeks. Applications are reviewed in the order they arrive.`}>
        How long it takes
      </PageTitle>
      {rows.length === 0 ? (
        <EmptyState heading="Nothing to count yet">No application is waiting, and none was decided lately.</EmptyState>
      ) : (
        <ResponsiveTable
          caption="Kind by kind"
          rows={rows}
          rowKey={(row) => row.kind}
          columns={[
            { header: 'Application', rowHeader: true, cell: (row) => row.title },
            { header: 'We are working on those received', cell: (row) => (row.workingOn ? <DateText value={row.workingOn} /> : 'today') },
            { header: 'Waiting', alignEnd: true, cell: (row) => row.waiting.toLocaleString('en-US') },
            { header: 'Days to a decision', cell: (row) => <Days row={row} /> },
            { header: 'Decided each week', cell: (row) => <WeeksPlot weeks={row.weeks} /> },
          ]}
        />
      )}
      <p>
        Most renewals of a Professional certificate are decided by the rules at once and are not counted here. When you are signed in, the
        page of your application says what these figures mean for you.
      </p>
    </Main>
  );
}

function Days({ row: { medianDays, ninetiethDays } }: { readonly row: QueueFigures }) {
  if (medianDays === null || ninetiethDays === null) return 'Too few were decided to say';
  return `Half within ${Math.round(medianDays)}, nine of ten within ${Math.round(ninetiethDays)}`;
}
