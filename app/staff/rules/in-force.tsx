import { DateText } from '@/app/_ui/date-text';
import { Details } from '@/app/_ui/details';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import type { RuleSet } from '@/lib/rulebook/model';
import { inForce, sourcesOf } from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';
import { changeable, type Changeable } from '@/lib/staff/rule-change-model';
import { subjectOf, valueOf } from './wording';

type Props = { readonly ruleSet: RuleSet; readonly today: Day };
type Row = { readonly key: string; readonly value: string; readonly fromDay: Day; readonly fromUnknown: boolean; readonly sources: string };

/** What staff may change, as it is today and where that is written. */
export function InForce({ ruleSet, today }: Props) {
  return (Object.keys(changeable) as Changeable[]).map((what) => (
    <Details key={what} summary={titles[what]}>
      <ResponsiveTable
        caption={titles[what]}
        rows={rowsOf(what, ruleSet, today)}
        rowKey={(row) => row.key}
        columns={[
          { header: changeable[what].which, rowHeader: true, cell: (row) => subjectOf(what, row.key, ruleSet) },
          { header: 'Now', cell: (row) => row.value },
          { header: 'Since', cell: (row) => (row.fromUnknown ? 'Not known' : <DateText value={row.fromDay} />) },
          { header: 'Where it is written', cell: (row) => row.sources },
          { header: 'Change', wide: true, cell: (row) => <ChangeLink what={what} row={row} ruleSet={ruleSet} /> },
        ]}
      />
    </Details>
  ));
}

const titles: Readonly<Record<Changeable, string>> = { fee: 'Fees', setting: 'Settings', validity: 'How long certificates are valid' };

function ChangeLink({ what, row, ruleSet }: { readonly what: Changeable; readonly row: Row; readonly ruleSet: RuleSet }) {
  return (
    <a href={`/staff/rules/new/${what}?key=${row.key}`}>
      Change<span className="usa-sr-only"> {subjectOf(what, row.key, ruleSet)}</span>
    </a>
  );
}

function rowsOf(what: Changeable, ruleSet: RuleSet, today: Day): Row[] {
  const rows =
    what === 'fee'
      ? inForce(ruleSet.fees, today).map((row) => ({ ...row, key: row.code }))
      : what === 'setting'
        ? inForce(ruleSet.settings, today)
        : inForce(ruleSet.validities, today).map((row) => ({ ...row, key: row.typeKey }));
  return rows.map((row) => ({
    ...{ key: row.key, value: valueOf(what, row), fromDay: row.fromDay, fromUnknown: row.fromUnknown },
    sources: sourcesOf(ruleSet, row.source).map(({ title }) => title).join('; '),
  }));
}
