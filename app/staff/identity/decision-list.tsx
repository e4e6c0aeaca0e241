import { Actions } from '@/app/_ui/actions';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { SmallForm } from '@/app/_ui/form/small-form';
import { KeyValues, type KeyValue } from '@/app/_ui/key-values';
import { Lines } from '@/app/_ui/lines';
import { StatusTag } from '@/app/_ui/tag';
import { changedFields } from '@/lib/identity/change-rules';
import { formatReference } from '@/lib/shared/references';
import type { DecisionView } from '@/lib/staff/decision-queries';
import { mergeFields } from '@/lib/staff/merge-rules';
import { approveAction, undoAction, withdrawAction } from './actions';
import { decisionWords } from './wording';

/** What was decided or proposed, and what whoever reads it may do about it. */
export function DecisionList({ decisions }: { decisions: readonly DecisionView[] }) {
  return decisions.map((one) => (
    <Card key={one.id} heading={decisionWords[one.kind][one.doneAt ? 'done' : 'waiting']} aside={<State one={one} />}>
      <KeyValues rows={rowsOf(one)} />
      <blockquote className="cecs-written">{one.reason}</blockquote>
      <Actions>
        {one.mayApprove && <SmallForm action={approveAction} fields={{ id: one.id }} submit="Approve" look="primary" />}
        {one.mayReveal && (
          <ButtonLink look="secondary" href={`/staff/identity/proposals/${one.id}`}>
            See what is proposed
          </ButtonLink>
        )}
        {one.mayWithdraw && <SmallForm action={withdrawAction} fields={{ id: one.id }} submit="Withdraw" />}
        {one.mayUndo && <SmallForm action={undoAction} fields={{ id: one.id }} submit="Undo" />}
      </Actions>
      {one.isMine && one.mayWithdraw && <p className="cecs-quiet">You proposed this. Somebody else has to approve it.</p>}
    </Card>
  ));
}

function State({ one }: { one: DecisionView }) {
  if (one.undone) return <StatusTag>Undone</StatusTag>;
  if (one.withdrawnAt) return <StatusTag>Withdrawn</StatusTag>;
  if (one.doneAt) return <StatusTag tone="success">Done</StatusTag>;
  return <StatusTag tone="info">Waits for a second person</StatusTag>;
}

function rowsOf(one: DecisionView): KeyValue[] {
  return [...aboutRows(one), ...(one.kind === 'merge' ? mergeRows(one) : []), ...byRows(one), ...backRows(one)];
}

function aboutRows({ kind, caseReference, account, move, record, otherRecord, proposedSsn }: DecisionView): KeyValue[] {
  const isMerge = kind === 'merge';
  return [
    ...(caseReference === null ? [] : [{ key: 'Case', value: <CaseLink reference={caseReference} /> }]),
    ...(account === null ? [] : [{ key: 'Account', value: account }]),
    ...(move ? [{ key: 'From', value: move.from }, { key: 'To', value: move.to }] : []),
    ...(record ? [{ key: isMerge ? 'Record that stays' : 'Record', value: <Named {...record} /> }] : []),
    ...(otherRecord ? [{ key: isMerge ? 'Record that goes' : 'Linked before to', value: <Named {...otherRecord} /> }] : []),
    ...(proposedSsn ? [{ key: 'Proposed number', value: <span className="cecs-reference">{proposedSsn}</span> }] : []),
  ];
}

function mergeRows({ fromOther, record, otherRecord, doneAt }: DecisionView): KeyValue[] {
  const taken = { key: 'Taken from the one that goes', value: fromOther.map((field) => mergeFields[field]).join(', ') || 'Nothing' };
  if (doneAt || !record || !otherRecord) return [taken];
  const preview = <a href={`/staff/identity/merge?stays=${record.id}&goes=${otherRecord.id}`}>Compare the two</a>;
  return [taken, { key: 'What moves', value: preview }];
}

function byRows({ proposed, approvedBy, doneAt, undone }: DecisionView): KeyValue[] {
  const isAlone = doneAt !== null && approvedBy === null;
  return [
    { key: isAlone ? 'Decided' : 'Proposed', value: <Who {...proposed} /> },
    ...(approvedBy !== null && doneAt ? [{ key: 'Approved', value: <Who name={approvedBy} at={doneAt} /> }] : []),
    ...(undone ? [{ key: 'Undone', value: <Who {...undone} /> }] : []),
  ];
}

/** What whoever was linked changed on the record meanwhile. */
function backRows({ goesBack, mayUndo }: DecisionView): KeyValue[] {
  if (!mayUndo || goesBack.length === 0) return [];
  const lines = goesBack.map(({ field, now, back }) => `${changedFields[field]}: ${quoted(back)} again, now ${quoted(now)}`);
  return [{ key: 'What Undo puts back', value: <Lines of={lines} /> }];
}

function quoted(value: string | null): string {
  return value === null ? 'empty' : `“${value}”`;
}

function CaseLink({ reference }: { reference: string }) {
  return <a href={`/staff/identity/${reference}`}>{formatReference(reference)}</a>;
}

function Named({ ein, name }: { ein: string; name: string }) {
  return (
    <>
      {name}, EIN <span className="cecs-reference">{ein}</span>
    </>
  );
}

function Who({ name, at }: { name: string; at: Date }) {
  return (
    <>
      {name}, <DateText value={at} />
    </>
  );
}
