import { forbidden, notFound } from 'next/navigation';
import { Actions } from '@/app/_ui/actions';
import { Alert } from '@/app/_ui/alert';
import { BackLink } from '@/app/_ui/breadcrumb';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { spelledSsn } from '@/app/staff/identity/spelled-ssn';
import { Candidate } from '@/app/staff/identity/[reference]/candidate';
import { findCase } from '@/lib/identity/case-queries';
import { must } from '@/lib/shared/result';
import { formatReference } from '@/lib/shared/references';
import type { Secret } from '@/lib/shared/secret';
import { revealReasons } from '@/lib/staff/identity-model';
import { openCase } from '@/lib/staff/open-case';
import { canRevealSsn } from '@/lib/staff/policy';
import type { FormValues } from '@/lib/web/form-state';
import { heldValues, requireStaff } from '@/lib/web/session';
import { takeShownOnce } from '@/lib/web/shown-once';
import { BirthDateForm, NameForm, RevealForm, SsnForm } from './forms';

export const metadata = { title: 'Record' };

type Props = {
  params: Promise<{ reference: string; ein: string }>;
  searchParams: Promise<{ do?: string | string[] }>;
};

export default async function RecordPage({ params, searchParams }: Props) {
  const ctx = await requireStaff('review_identity');
  const { reference, ein } = await params;
  const opened = await openCase(ctx, { reference });
  if (!opened.ok) return opened.error === 'not_allowed' ? forbidden() : notFound();
  const found = must(await findCase(ctx, reference), 'the case that was just opened');
  const one = found.candidates.find((each) => each.ein === ein);
  if (!one) return notFound();
  const { do: wanted } = await searchParams;
  const here = `/staff/identity/${reference}/record/${ein}`;
  const tasks = Object.entries(taskNames).filter(([task]) => (task === 'reveal' ? canRevealSsn(ctx.actor) : found.isOpen && !one.isMerged));
  const [number] = await takeShownOnce();
  const task = tasks.map(([name]) => name).find((name) => name === wanted);
  return (
    <Main width="regular" before={<BackLink href={`/staff/identity/${reference}`}>{`Case ${formatReference(reference)}`}</BackLink>}>
      <PageTitle caption={`EIN ${ein}`}>Record of {one.name}</PageTitle>
      <Shown number={number} />
      <Candidate one={one} />
      <Actions>
        {tasks.map(([name, words]) => (
          <ButtonLink key={name} look="secondary" href={`${here}?do=${name}`} aria-current={name === task ? 'page' : undefined}>
            {words}
          </ButtonLink>
        ))}
      </Actions>
      {task && !number && <Task task={task} reference={reference} ein={ein} initialValues={{ ...one.names, ...(await heldValues(ctx)) }} />}
    </Main>
  );
}

const taskNames = {
  name: 'Correct the name',
  ssn: 'Correct the SSN',
  birth_date: 'Correct the birth date',
  reveal: 'Show the whole SSN',
};

type TaskProps = { readonly task: string; readonly reference: string; readonly ein: string; readonly initialValues: FormValues };

function Task({ task, ...form }: TaskProps) {
  switch (task) {
    case 'name':
      return (
        <Card heading="Correct the name">
          <p>The name it has goes on finding the record. Whoever holds it is told.</p>
          <NameForm {...form} />
        </Card>
      );
    case 'ssn':
      return (
        <Card heading="Propose another Social Security number">
          <p>A second person has to approve it. They see your reason, and the number when they give a reason of their own.</p>
          <SsnForm {...form} />
        </Card>
      );
    case 'birth_date':
      return (
        <Card heading="Propose another date of birth">
          <p>A second person has to approve it. They see your reason, and the date when they give a reason of their own.</p>
          <BirthDateForm {...form} />
        </Card>
      );
    default:
      return (
        <Card heading="Show the whole Social Security number">
          <p>It is shown once, on the next page, and on no other.</p>
          <RevealForm {...form} reasons={revealReasons} />
        </Card>
      );
  }
}

function Shown({ number }: { number: Secret | undefined }) {
  if (!number) return null;
  return (
    <Alert tone="info" heading="Social Security number" live>
      <p className="usa-alert__text cecs-reference">{spelledSsn(number)}</p>
      <p className="usa-alert__text">It is written down that you saw it. Leave this page, and it is gone.</p>
    </Alert>
  );
}
