import { forbidden, notFound } from 'next/navigation';
import { Alert } from '@/app/_ui/alert';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Columns } from '@/app/_ui/card';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { StatusTag } from '@/app/_ui/tag';
import { DeskStatus } from '@/app/staff/status';
import { hasDisclosure } from '@/lib/applications/rules';
import { isApplicationKind } from '@/lib/rulebook/model';
import { kindRules } from '@/lib/rulebook/rules';
import { dayInConnecticut } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { formatReference } from '@/lib/shared/references';
import { findDesk } from '@/lib/staff/desk-queries';
import { openedFor, openingReasons } from '@/lib/staff/model';
import { openApplication } from '@/lib/staff/open-application';
import { heldValues, requireStaff } from '@/lib/web/session';
import { Answers } from './answers';
import { AppliedFor } from './applied-for';
import { Certificates } from './certificates';
import { Duty } from './duty';
import { Items } from './items/items';
import { Money } from './money';
import { ReasonChooser } from './reason-chooser';
import { Trace } from './trace';
import { Who } from './who';

export const metadata = { title: 'Application' };

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<{ for?: string | string[]; done?: string | string[] }>;
};

export default async function StaffApplicationPage({ params, searchParams }: Props) {
  const ctx = await requireStaff('open_person');
  const { reference } = await params;
  const asked = await searchParams;
  const opened = await openApplication(ctx, { reference, openedFor: openedFor.parse(asked.for) });
  if (!opened.ok && opened.error === 'reason_missing') return <ReasonChooser reference={reference} />;
  if (!opened.ok) return opened.error === 'not_allowed' ? forbidden() : notFound();
  const desk = must(await findDesk(ctx, reference), 'the application that was just opened');
  const { application, ruleSet } = desk.view;
  const title = isApplicationKind(application.kind) ? kindRules(ruleSet, application.kind).title : application.kind;
  const { reason, maskedSsn } = opened.value;
  const held = await heldValues(ctx);
  return (
    <Main width="wide" before={<BackLink href="/staff/queue">Queue</BackLink>}>
      <PageTitle caption={`Application ${formatReference(reference)}`}>{title}</PageTitle>
      <p>
        <DeskStatus status={application.status} />{' '}
        {hasDisclosure(desk.view.answers) && <StatusTag tone="warning">Something was disclosed</StatusTag>}
      </p>
      <Done done={[asked.done ?? ''].flat()[0]} />
      <Columns>
        <div>
          <Who filer={desk.filer} application={application} maskedSsn={maskedSsn} />
          <AppliedFor desk={desk} />
          <Certificates desk={desk} today={dayInConnecticut(ctx.now)} />
          <Items desk={desk} ctx={ctx} openedFor={reason} held={held} />
          <Trace traces={desk.traces} />
          <Answers view={desk.view} />
          <Money view={desk.view} />
        </div>
        <div className="cecs-desk__side">
          <Duty desk={desk} ctx={ctx} openedFor={reason} held={held} />
          <p className="cecs-quiet">
            You opened this record because: {openingReasons[reason].toLowerCase()}. The educator has a right to know who opened it and why.
          </p>
        </div>
      </Columns>
    </Main>
  );
}

const doneSentences: Readonly<Record<string, string>> = {
  approved: 'Approved, and written down.',
  denied: 'Denied. The educator is told by email, with your reason.',
  issued: 'Done. It is issued.',
  judged: 'Saved. The applicant sees it on their list.',
  asked: 'Added to the list. Send the list when you have looked at everything.',
  reviewed: 'Sent. The applicant reads by email what is missing.',
};

function Done({ done }: { done: string | undefined }) {
  const sentence = done && Object.hasOwn(doneSentences, done) ? doneSentences[done] : undefined;
  if (!sentence) return null;
  return (
    <Alert tone="success" live>
      {sentence}
    </Alert>
  );
}
