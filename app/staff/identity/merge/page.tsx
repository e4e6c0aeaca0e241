import { forbidden, notFound } from 'next/navigation';
import type { ComponentProps } from 'react';
import { Alert } from '@/app/_ui/alert';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { mergeRefusals } from '@/app/staff/identity/wording';
import type { Ctx, Staff } from '@/lib/shared/context';
import { formatReference } from '@/lib/shared/references';
import { must } from '@/lib/shared/result';
import { isUuid } from '@/lib/shared/uuid';
import { findEin, findMergePreview, type MergePreview } from '@/lib/staff/merge-queries';
import { mergeFields } from '@/lib/staff/merge-rules';
import { openMerge } from '@/lib/staff/open-merge';
import type { FormValues } from '@/lib/web/form-state';
import { heldValues, requireStaff } from '@/lib/web/session';
import { ChooseRecords } from './choose-records';
import { MergeForm } from './form';
import { Compare, WhatMoves } from './preview';

export const metadata = { title: 'Make one record of two' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MergePage({ searchParams }: Props) {
  const ctx = await requireStaff('review_identity');
  const asked = await searchParams;
  const ids = { stays: idIn(asked.stays), goes: idIn(asked.goes) };
  const caseReference = textIn(asked.case);
  const preview = ids.stays && ids.goes ? await openAndCompare(ctx, { stays: ids.stays, goes: ids.goes }) : undefined;
  const chosen = preview ? { stays: preview.stays.ein, goes: preview.goes.ein } : await einsOf(ctx, ids);
  const held = await heldValues(ctx);
  return (
    <Main width="wide" before={<Back caseReference={caseReference} />}>
      <PageTitle lead="When two records are of one person. You choose what is kept; a second person approves.">Make one record of two</PageTitle>
      <ChooseRecords caseReference={caseReference} initialValues={{ ...chosen, ...held }} />
      {preview && (
        <>
          <Compare preview={preview} />
          <WhatMoves preview={preview} />
          <Propose preview={preview} posted={{ ...chosen, caseReference }} held={held} />
        </>
      )}
    </Main>
  );
}

async function openAndCompare(ctx: Ctx<Staff>, ids: { stays: string; goes: string }): Promise<MergePreview> {
  const opened = await openMerge(ctx, ids);
  if (!opened.ok) return opened.error === 'not_allowed' ? forbidden() : notFound();
  return must(await findMergePreview(ctx, ids), 'the two records that were just opened');
}

type Ids = Readonly<Record<'stays' | 'goes', string | undefined>>;

/** To begin with, where the case names only one of the two. */
async function einsOf(ctx: Ctx<Staff>, { stays, goes }: Ids): Promise<{ stays: string; goes: string }> {
  const einOf = async (id: string | undefined) => (id && (await findEin(ctx, id))) ?? '';
  return { stays: await einOf(stays), goes: await einOf(goes) };
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

function idIn(asked: string | string[] | undefined): string | undefined {
  return typeof asked === 'string' && isUuid(asked) ? asked : undefined;
}

// Where they agree, or neither has anything, there is nothing to choose.
function differencesOf({ fields }: MergePreview) {
  return fields
    .filter((one) => one.compared !== 'agree' && one.compared !== 'neither')
    .map(({ field, stays, goes }) => ({ field, label: mergeFields[field], ...(field === 'birthDate' ? notShown : { stays: stays ?? 'None', goes: goes ?? 'None' }) }));
}

const notShown = { stays: 'The one of the record that stays', goes: 'The one of the record that goes' };
