import { notFound } from 'next/navigation';
import { Card } from '@/app/_ui/card';
import { SmallForm } from '@/app/_ui/form/small-form';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { explain } from '@/lib/certificates/explanation-rules';
import type { NextStep, Situation } from '@/lib/certificates/model';
import { firstSteps, nextStepsFor } from '@/lib/certificates/rules';
import { quote } from '@/lib/fees/rules';
import { findHome } from '@/lib/payments/home-queries';
import { isApplicationKind } from '@/lib/rulebook/model';
import { certificateTypeOf, kindRules } from '@/lib/rulebook/rules';
import { dayInConnecticut } from '@/lib/shared/days';
import { formatCents } from '@/lib/shared/money';
import { requireEducator } from '@/lib/web/session';
import { startAction } from './actions';
import { ChooseCertificate } from './choose-certificate';
import { toldOf, type Query, type Told } from './told';

export const metadata = { title: 'Apply' };

type Props = { searchParams: Promise<Query> };

export default async function NewApplicationPage({ searchParams }: Props) {
  const ctx = await requireEducator();
  const asked = await searchParams;
  const home = await findHome(ctx);
  const certificate = home.certificates.find((one) => one.number === asked.certificate);
  if (asked.certificate && !certificate) notFound();
  const situation: Situation = {
    day: dayInConnecticut(ctx.now),
    ruleSet: home.ruleSet,
    openApplications: home.applications.filter((one) => one.isOpen && one.status !== 'draft'),
  };
  const steps = certificate ? nextStepsFor(certificate, situation) : firstSteps(situation);
  const wanted = steps.filter((step) => (asked.kind ? step.kind === asked.kind : step.kind !== 'duplicate'));
  const told = toldOf(asked);
  if (wanted.length === 0 && !certificate && asked.kind && isApplicationKind(asked.kind)) {
    return <ChooseCertificate kind={asked.kind} told={told} certificates={home.certificates} situation={situation} />;
  }
  if (wanted.length === 0) notFound();
  const open = wanted.filter(isOpen);
  const title = certificate ? certificateTypeOf(home.ruleSet, certificate.typeKey).name : 'Apply Online';
  return (
    <Main width="regular" before={<BackLink href="/home">Home</BackLink>}>
      <PageTitle caption={certificate ? 'Renew or update' : undefined} lead="What would you like to do?">
        {title}
      </PageTitle>
      {[...open, ...wanted.filter((step) => !isOpen(step))].map((step) => (
        <Offer key={step.kind} step={step} situation={situation} certificateNumber={certificate?.number} isOnly={open.length === 1} told={told} />
      ))}
    </Main>
  );
}

const isOpen = (step: NextStep): boolean => step.availability.state === 'open';

/** `isOnly`: the one thing that can be started here, so that its button is the page's primary action. */
type OfferProps = { step: NextStep; situation: Situation; certificateNumber: string | undefined; isOnly: boolean; told: Told };

function Offer({ step, situation, certificateNumber, isOnly, told }: OfferProps) {
  const { headline, details } = explain(step, situation);
  const fields = { kind: step.kind, ...(certificateNumber && { certificateNumber }), ...told };
  return (
    <Card heading={kindRules(situation.ruleSet, step.kind).title}>
      <p>
        <strong>{headline}</strong>
      </p>
      {details.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {isOpen(step) && step.conditions.length > 0 && (
        <>
          <p>You will be asked to show:</p>
          <ul className="usa-list">
            {step.conditions.map((condition) => (
              <li key={condition.key}>{condition.sentence}</li>
            ))}
          </ul>
        </>
      )}
      {isOpen(step) && <p>{costSentence(step, situation)}</p>}
      {isOpen(step) && <SmallForm action={startAction} fields={fields} submit="Start" look={isOnly ? 'primary' : 'secondary'} />}
    </Card>
  );
}

function costSentence(step: NextStep, { day, ruleSet }: Situation): string {
  const quoted = quote({ kind: step.kind, day, ruleSet });
  if (!quoted.ok) return 'The Bureau will tell you the amount; nothing is due when you submit.';
  const { free, dueNow, dueLater } = quoted.value;
  if (free) return 'There is no fee.';
  if (dueLater > 0) return `${formatCents(dueNow)} is due when you submit and ${formatCents(dueLater)} after approval.`;
  return `${formatCents(dueNow)} is due when you submit.`;
}
