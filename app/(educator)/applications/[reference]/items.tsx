import { requirementTitle, RequirementState } from '@/app/_ui/requirement-state';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { canBeMailed, canBeUploaded, isMet } from '@/lib/applications/requirement-rules';
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
          { header: 'What to do', wide: true, cell: (item) => <WhatToDo item={item} application={isOpen ? reference : undefined} /> },
        ]}
      />
    </>
  );
}

type WhatToDoProps = { readonly item: Requirement; readonly application: string | undefined };

function WhatToDo({ item, application }: WhatToDoProps) {
  const { state, paper, refusal, note } = item;
  if (isMet(state)) return note ? <p>{note}</p> : 'Nothing';
  return (
    <>
      {refusal && <p>{refusal}</p>}
      {note && <p>{note}</p>}
      <p>{state === 'received' ? 'Nothing: a reviewer looks at it' : paper.howToSend}</p>
      {application && <Ways item={item} application={application} />}
    </>
  );
}

function Ways({ item, application }: { readonly item: Requirement; readonly application: string }) {
  const { state, paper, reference } = item;
  const isHere = state === 'received';
  return (
    <>
      {canBeUploaded(paper.owedBy) && (
        <p>
          <a href={`/applications/${application}/papers/${reference}`}>{isHere ? `See what you sent: ${paper.title}` : `Send a file: ${paper.title}`}</a>
        </p>
      )}
      {canBeMailed(paper.owedBy) && !isHere && (
        <p>
          <a href={`/applications/${application}/cover/${reference}`}>{`Cover sheet for the mail: ${paper.title}`}</a>
        </p>
      )}
    </>
  );
}
