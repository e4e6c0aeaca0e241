import { notFound, redirect } from 'next/navigation';
import { Actions } from '@/app/_ui/actions';
import { Alert } from '@/app/_ui/alert';
import { BackLink } from '@/app/_ui/breadcrumb';
import { ButtonLink } from '@/app/_ui/button';
import { Details } from '@/app/_ui/details';
import { KeyValues } from '@/app/_ui/key-values';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { Timeline, WhoActsNext } from '@/app/_ui/timeline';
import { actsNext, statusNames, whatNext } from '@/lib/applications/status';
import { findMyPlace } from '@/lib/applications/queue-queries';
import { firstUnansweredStep } from '@/lib/applications/rules';
import { findApplicationView, type ApplicationView } from '@/lib/payments/application-queries';
import { refusalSentences } from '@/lib/payments/rules';
import { isApplicationKind } from '@/lib/rulebook/model';
import { kindRules } from '@/lib/rulebook/rules';
import { dayInConnecticut } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { requireEducator } from '@/lib/web/session';
import { answerRows } from './answer-rows';
import { Items } from './items';
import { Money } from './money';
import { MyPlace } from './my-place';
import { timelineOf } from './timeline';

export const metadata = { title: 'Application status' };

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ submitted?: string }> };

export default async function ApplicationPage({ params, searchParams }: Props) {
  const ctx = await requireEducator();
  const { reference } = await params;
  const { submitted } = await searchParams;
  const view = await findApplicationView(ctx, reference);
  if (!view) notFound();
  const { application, answers, ruleSet } = view;
  if (application.status === 'draft') redirect(`/applications/${reference}/${firstUnansweredStep(application.kind, answers)}`);
  const place = await findMyPlace(ctx, reference);
  const title = isApplicationKind(application.kind) ? kindRules(ruleSet, application.kind).title : 'Application';
  return (
    <Main width="regular" before={<BackLink href="/home">Home</BackLink>}>
      <PageTitle caption={`Application ${formatReference(reference)}`}>{title}</PageTitle>
      {submitted && (
        <Alert tone="success" heading="Submitted" live>
          We have your application. A confirmation is on its way to your email.
        </Alert>
      )}
      <Refused view={view} />
      <WhoActsNext who={actsNext(application.status)} heading={statusNames[application.status]} action={nextAction(view)}>
        {whatNext[application.status]}
      </WhoActsNext>
      {place && <MyPlace place={place} today={dayInConnecticut(ctx.now)} />}
      {view.decision?.outcome === 'denied' && (
        <Alert tone="error" heading="Why it was denied">
          {`${view.decision.reason ?? ''} You may ask for a review within 20 days of the decision: write to teacher.cert@ct.gov and name this application.`}
        </Alert>
      )}
      <Timeline label="Where your application stands" steps={timelineOf(view)} />
      <Items items={view.requirements} reference={reference} isOpen={view.decision === null && application.closedAt === null} />
      <Money view={view} />
      <Details summary="What you submitted">
        <KeyValues look="questions" rows={answerRows(answers, ruleSet)} />
      </Details>
      {application.submittedAt && (
        <Actions>
          <ButtonLink href={`/applications/${reference}/proof`} look="secondary">
            Proof of filing
          </ButtonLink>
        </Actions>
      )}
    </Main>
  );
}

function nextAction(view: ApplicationView) {
  const { reference, status } = view.application;
  if (status === 'awaiting_payment' || status === 'approved_balance_due') {
    return <ButtonLink href={`/applications/${reference}/pay`}>Pay now, or pay later by mail</ButtonLink>;
  }
  if (status === 'confirming_payment') return <ButtonLink href={`/applications/${reference}/payment`}>Check the payment</ButtonLink>;
  return status === 'issued' ? <ButtonLink href="/home">See your certificates</ButtonLink> : undefined;
}

function Refused({ view }: { view: ApplicationView }) {
  const { lastRefusal, application } = view;
  if (!lastRefusal || actsNext(application.status) !== 'you') return null;
  const sentence = refusalSentences[lastRefusal as keyof typeof refusalSentences];
  return (
    <Alert tone="warning" heading="You were not charged">
      {`${sentence} Your bank may show a pending amount for some days; it goes away by itself.`}
    </Alert>
  );
}
