import { requirementTitle, RequirementState } from '@/app/_ui/requirement-state';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { canBeUploaded, isMet } from '@/lib/applications/requirement-rules';
import type { Requirement } from '@/lib/applications/requirement-model';
import type { PaperOwner } from '@/lib/rulebook/model';

const owners: Readonly<Record<PaperOwner, string>> = {
  educator: 'You',
  college: 'Your college',
  district: 'Your school district',
  bureau: 'The Bureau',
};

type ItemsProps = {
  readonly items: readonly Requirement[];
  readonly reference: string;
  /** Whether anything can be sent: not once it is decided. */
  readonly isOpen: boolean;
};

/** Everything the application needs beside money, the same list that the reviewer works from. */
export function Items({ items, reference, isOpen }: ItemsProps) {
  if (items.length === 0) return null;
  return (
    <>
      <h2>What this application needs</h2>
      <ResponsiveTable
        caption="Papers, statements and checks"
        rows={items}
        rowKey={(item) => item.id}
        columns={[
          { header: 'Item', rowHeader: true, cell: (item) => requirementTitle(item) },
          { header: 'From', cell: (item) => owners[item.paper.owedBy] },
          { header: 'Status', cell: (item) => <RequirementState item={item} waiting="Still needed" /> },
          { header: 'What to do', wide: true, cell: (item) => <WhatToDo item={item} page={isOpen ? `/applications/${reference}/papers/${item.reference}` : undefined} /> },
        ]}
      />
    </>
  );
}

type WhatToDoProps = { readonly item: Requirement; readonly page: string | undefined };

function WhatToDo({ item, page }: WhatToDoProps) {
  const { state, paper, refusal, note } = item;
  if (isMet(state)) return note ? <p>{note}</p> : 'Nothing';
  const link = page && canBeUploaded(paper.owedBy) && (
    <p>
      <a href={page}>{linkText(item)}</a>
    </p>
  );
  if (state === 'received') {
    return (
      <>
        <p>Nothing: a reviewer looks at it</p>
        {link}
      </>
    );
  }
  return (
    <>
      {refusal && <p>{refusal}</p>}
      {note && <p>{note}</p>}
      <p>{paper.howToSend}</p>
      {link}
    </>
  );
}

function linkText({ state, paper }: Requirement): string {
  return state === 'received' ? `See what you sent: ${paper.title}` : `Send a file: ${paper.title}`;
}
