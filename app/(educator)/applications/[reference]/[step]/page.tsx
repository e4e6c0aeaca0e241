import { notFound, redirect } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { StepIndicator } from '@/app/_ui/step-indicator';
import { stepsOf, stepTitles, type StepKey } from '@/lib/applications/questions-model';
import { findDraft, type Draft } from '@/lib/applications/draft-queries';
import { firstUnansweredStep } from '@/lib/applications/rules';
import { isApplicationKind } from '@/lib/rulebook/model';
import { kindRules } from '@/lib/rulebook/rules';
import type { FormValues } from '@/lib/web/form-state';
import { heldValues, requireEducator } from '@/lib/web/session';
import { CertificateForm } from './certificate-form';
import { DisclosuresForm } from './disclosures-form';
import { additionChoices, firstChoices } from './endorsement-choices';
import { EndorsementForm } from './endorsement-form';
import { ExperienceForm } from './experience-form';
import { PersonalForm } from './personal-form';
import { Review } from './review';
import { SignForm } from './sign-form';

type Props = { params: Promise<{ reference: string; step: string }> };

export async function generateMetadata({ params }: Props) {
  const { step } = await params;
  return { title: step in stepTitles ? stepTitles[step as StepKey] : 'Application' };
}

export default async function StepPage({ params }: Props) {
  const ctx = await requireEducator();
  const { reference, step: asked } = await params;
  const draft = await findDraft(ctx, reference);
  if (!draft) notFound();
  const { application, answers } = draft;
  if (application.submittedAt || application.closedAt) redirect(`/applications/${reference}`);
  const steps = stepsOf(application.kind);
  const step = steps.find((one) => one === asked);
  if (!step) notFound();
  const missing = firstUnansweredStep(application.kind, answers);
  if (steps.indexOf(step) > steps.indexOf(missing)) redirect(`/applications/${reference}/${missing}`);
  const position = steps.indexOf(step);
  const previous = steps[position - 1];
  const back = previous ? `/applications/${reference}/${previous}` : '/home';
  const title = isApplicationKind(application.kind) ? kindRules(draft.ruleSet, application.kind).title : 'Application';
  return (
    <Main width="narrow" before={<BackLink href={back}>{previous ? 'Back' : 'Home'}</BackLink>}>
      <StepIndicator
        steps={steps.map((one) => ({ label: stepTitles[one], href: `/applications/${reference}/${one}` }))}
        current={position + 1}
      />
      <PageTitle caption={title}>{stepTitles[step]}</PageTitle>
      <StepBody step={step} draft={draft} held={await heldValues(ctx)} day={ctx.now} />
    </Main>
  );
}

type BodyProps = { step: StepKey; draft: Draft; held: FormValues | undefined; day: Date };

function StepBody({ step, draft, held, day }: BodyProps) {
  const { application, answers, onRecord, ruleSet } = draft;
  const { reference } = application;
  const values = { ...(answers[step] as FormValues | undefined), ...held };
  if (step === 'personal') return <PersonalForm reference={reference} initialValues={{ ...onRecord, ...values }} />;
  if (step === 'certificate') return <CertificateForm reference={reference} initialValues={values} endorsements={firstChoices(draft)} />;
  if (step === 'endorsement') return <EndorsementForm reference={reference} initialValues={values} {...additionChoices(draft, day)} />;
  if (step === 'experience') return <ExperienceForm reference={reference} initialValues={values} />;
  if (step === 'disclosures') return <DisclosuresForm reference={reference} initialValues={values} />;
  if (step === 'sign') return <SignForm reference={reference} initialValues={values} kind={application.kind} />;
  return <Review draft={draft} ruleSet={ruleSet} now={day} />;
}
