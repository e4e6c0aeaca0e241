import { notFound } from 'next/navigation';
import { Actions } from '@/app/_ui/actions';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { SmallForm } from '@/app/_ui/form/small-form';
import { KeyValues } from '@/app/_ui/key-values';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { approveRuleChangeAction, withdrawRuleChangeAction } from '@/app/staff/rules/actions';
import { Done } from '@/app/staff/done';
import { ruleSentences } from '@/app/staff/rules/done-sentences';
import { ChangeState } from '@/app/staff/rules/state';
import { subjectOf, valueOf } from '@/app/staff/rules/wording';
import { isUuid } from '@/lib/shared/uuid';
import { rowOn, type Around } from '@/lib/staff/rule-change-rules';
import { findRuleChange, type RuleChangeView } from '@/lib/staff/rule-change-queries';
import { requireStaff } from '@/lib/web/session';
import { WhatItTouches } from './preview';

export const metadata = { title: 'A change of the rules' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export default async function ChangePage({ params, searchParams }: Props) {
  const ctx = await requireStaff('draft_rules');
  const { id } = await params;
  const { done } = await searchParams;
  const found = isUuid(id) ? await findRuleChange(ctx, id) : undefined;
  if (!found) return notFound();
  const { change, preview } = found;
  const { before } = preview.around;
  return (
    <Main width="regular" before={<BackLink href="/staff/rules">Rules</BackLink>}>
      <PageTitle>{`Change ${change.number}: ${subjectOf(change.what, change.key, before)}`}</PageTitle>
      <Done done={done} sentences={ruleSentences} />
      <Card heading="What is to change" aside={<ChangeState state={change.state} />}>
        <KeyValues rows={[...valueRows(change, preview.around), ...byRows(change)]} />
        {change.note && <blockquote className="cecs-written">{change.note}</blockquote>}
        <Actions>
          {change.mayApprove && <SmallForm action={approveRuleChangeAction} fields={{ id: change.id }} submit="Approve and publish" look="primary" />}
          {change.mayWithdraw && <SmallForm action={withdrawRuleChangeAction} fields={{ id: change.id }} submit="Withdraw" />}
        </Actions>
        <Next change={change} />
      </Card>
      <WhatItTouches change={change} preview={preview} />
    </Main>
  );
}

function valueRows(change: RuleChangeView, { before }: Around) {
  const { what, values, fromDay, source } = change;
  const now = rowOn(change, before, fromDay);
  return [
    { key: 'Without it', value: valueOf(what, now) },
    { key: 'With it', value: valueOf(what, values, now?.unit) },
    { key: 'From', value: <DateText value={fromDay} /> },
    { key: 'Where it is written', value: source },
  ];
}

function byRows({ drafter, draftedAt, approver, approvedAt, withdrawer, withdrawnAt }: RuleChangeView) {
  return [
    { key: 'Drafted', value: <Who name={drafter} at={draftedAt} /> },
    ...(approvedAt ? [{ key: 'Approved', value: <Who name={approver} at={approvedAt} /> }] : []),
    ...(withdrawnAt ? [{ key: 'Withdrawn', value: <Who name={withdrawer} at={withdrawnAt} /> }] : []),
  ];
}

function Who({ name, at }: { readonly name: string | null; readonly at: Date }) {
  return (
    <>
      {name}, <DateText value={at} />
    </>
  );
}

function Next({ change: { state, isMine } }: { readonly change: RuleChangeView }) {
  if (state === 'drafted' && isMine) return <p className="cecs-quiet">You drafted this. Somebody else has to approve it.</p>;
  if (state === 'announced' && isMine) return <p className="cecs-quiet">Until its day somebody else can take it back. You can draft another that follows it.</p>;
  return state === 'in_force' ? <p className="cecs-quiet">It is in force. Only another change can follow it.</p> : null;
}
