import { RequirementState, requirementTitle } from '@/app/_ui/requirement-state';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { ReferenceSearch } from '@/app/staff/reference-search';
import { formatReference } from '@/lib/shared/references';
import type { MailedPaper } from '@/lib/staff/paper-queries';

type Props = {
  readonly typed: string;
  readonly problem: string | undefined;
  readonly papers: readonly MailedPaper[];
};

/** For a paper without its cover sheet: what its application waits for, to choose from. */
export function LookUp({ typed, problem, papers }: Props) {
  return (
    <section aria-label="Look up a paper">
      <ReferenceSearch
        action="/staff/papers"
        name="find"
        label="No cover sheet? Look it up"
        hint="By the reference of the application."
        typed={typed}
        problem={problem}
      />
      {papers[0] && (
        <ResponsiveTable
          caption={`Application ${formatReference(papers[0].applicationReference)} of ${papers[0].name}`}
          rows={papers}
          rowKey={({ item }) => item.id}
          columns={[
            { header: 'Paper', rowHeader: true, cell: ({ item }) => requirementTitle(item) },
            { header: 'Status', cell: ({ item }) => <RequirementState item={item} waiting="Not here yet" /> },
            { header: 'Choose', cell: ({ item }) => <Choose item={item} /> },
          ]}
        />
      )}
    </section>
  );
}

function Choose({ item }: Pick<MailedPaper, 'item'>) {
  return (
    <a href={`/staff/papers?find=${item.reference}`}>
      It is this one<span className="usa-sr-only"> ({requirementTitle(item)})</span>
    </a>
  );
}
