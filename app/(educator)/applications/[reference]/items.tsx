import { requirementTitle, RequirementState } from '@/app/_ui/requirement-state';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { isMet } from '@/lib/applications/requirement-rules';
import type { Requirement } from '@/lib/applications/requirement-model';
import type { PaperOwner } from '@/lib/rulebook/model';

const owners: Readonly<Record<PaperOwner, string>> = {
  educator: 'You',
  college: 'Your college',
  district: 'Your school district',
  bureau: 'The Bureau',
};

/** Everything the application needs beside money, the same list that the reviewer works from. */
export function Items({ items }: { readonly items: readonly Requirement[] }) {
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
          { header: 'What to do', wide: true, cell: (item) => <WhatToDo item={item} /> },
        ]}
      />
    </>
  );
}

function WhatToDo({ item }: { readonly item: Requirement }) {
  const { state, paper, refusal, note } = item;
  if (isMet(state)) return note ? <p>{note}</p> : 'Nothing';
  if (state === 'received') return 'Nothing: a reviewer looks at it';
  return (
    <>
      {refusal && <p>{refusal}</p>}
      {note && <p>{note}</p>}
      <p>{paper.howToSend}</p>
    </>
  );
}
