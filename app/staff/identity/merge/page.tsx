import { forbidden } from 'next/navigation';
import type { ComponentProps } from 'react';
import { Alert } from '@/app/_ui/alert';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { mergeRefusals } from '@/app/staff/identity/wording';
import { formatReference } from '@/lib/shared/references';
import { findMergePreview, type MergePreview } from '@/lib/staff/merge-queries';
import { mergeFields } from '@/lib/staff/merge-rules';
import { openMerge } from '@/lib/staff/open-merge';
import type { FormValues } from '@/lib/web/form-state';
import { setResponseStatus } from '@/lib/web/response-status';
import { heldValues, requireStaff } from '@/lib/web/session';
import { ChooseRecords } from './choose-records';
import { MergeForm } from './form';
import { Compare, WhatMoves } from './preview';

export const metadata = { title: 'Make one record of two' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MergePage({ searchParams }: Props) {
  const ctx = await requireStaff('review_identity');
  const asked = await searchParams;
  const typed = { stays: typedIn(asked.stays), goes: typedIn(asked.goes) };
  const eins = { stays: einOf(typed.stays), goes: einOf(typed.goes) };
  const caseReference = textIn(asked.case);
  const isAsked = typed.stays !== '' && typed.goes !== '';
  const opened = isAsked ? await openMerge(ctx, eins) : undefined;
  if (opened && !opened.ok && opened.error === 'not_allowed') return forbidden();
  const preview = opened?.ok ? await findMergePreview(ctx, eins) : undefined;
  const error = isAsked && !preview ? 'No record has one of these numbers. Check both.' : undefined;
  if (error) await setResponseStatus(422);
  return (
    <Main width="wide" before={<Back caseReference={caseReference} />}>
      <PageTitle lead="When two records are of one person. You choose what is kept; a second person approves.">Make one record of two</PageTitle>
      <ChooseRecords {...typed} caseReference={caseReference} error={error} />
      {preview && (
        <>
          <Compare preview={preview} />
          <WhatMoves preview={preview} />
          <Propose preview={preview} posted={{ ...eins, caseReference }} held={await heldValues(ctx)} />
        </>
      )}
    </Main>
  );
}

function Back({ caseReference }: { caseReference: string }) {
  if (caseReference === '') return <BackLink href="/staff/identity">Identity cases</BackLink>;
  return <BackLink href={`/staff/identity/${caseReference}`}>{`Case ${formatReference(caseReference)}`}</BackLink>;
}

type ProposeProps = { preview: MergePreview; posted: ComponentProps<typeof MergeForm>['posted']; held: FormValues | undefined };

function Propose({ preview, posted, held }: ProposeProps) {
  if (preview.refusal) return <Alert tone="warning">{mergeRefusals[preview.refusal]}</Alert>;
  return <MergeForm posted={posted} differences={differencesOf(preview)} initialValues={{ ...preview.suggested, ...held }} />;
}

function textIn(asked: string | string[] | undefined): string {
  return typeof asked === 'string' && /^[0-9A-Z]{1,20}$/.test(asked) ? asked : '';
}

function typedIn(asked: string | string[] | undefined): string {
  return typeof asked === 'string' ? asked.trim() : '';
}

function einOf(typed: string): string {
  const digits = typed.replace(/[\s-]/g, '');
  return /^\d{1,10}$/.test(digits) ? digits : '';
}

// Where they agree, or neither has anything, there is nothing to choose.
function differencesOf({ fields }: MergePreview) {
  return fields
    .filter((one) => one.compared !== 'agree' && one.compared !== 'neither')
    .map(({ field, stays, goes }) => ({ field, label: mergeFields[field], ...(field === 'birthDate' ? notShown : { stays: stays ?? 'None', goes: goes ?? 'None' }) }));
}

const notShown = { stays: 'The one of the record that stays', goes: 'The one of the record that goes' };
