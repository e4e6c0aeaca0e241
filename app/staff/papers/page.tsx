import { Alert } from '@/app/_ui/alert';
import { Card } from '@/app/_ui/card';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { requirementTitle } from '@/app/_ui/requirement-state';
import { checksOut, normaliseCode } from '@/lib/shared/check-characters';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut, formatDay, parseDay, type Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { findMailedPapers, type MailedPaper } from '@/lib/staff/paper-queries';
import { setResponseStatus } from '@/lib/web/response-status';
import { heldValues, requireStaff } from '@/lib/web/session';
import { ReceiveForm } from './form';
import { LookUp } from './look-up';

export const metadata = { title: 'Papers' };

type Said = string | string[] | undefined;
type Props = { searchParams: Promise<{ find?: Said; received?: Said; on?: Said }> };

export default async function PapersPage({ searchParams }: Props) {
  const ctx = await requireStaff('receive_papers');
  const asked = await searchParams;
  const typed = codeOf(asked.find);
  const { papers, problem } = await lookUp(ctx, typed);
  const chosen = papers.find(({ item }) => item.reference === typed)?.item.reference ?? '';
  const [last] = asked.received ? await findMailedPapers(ctx, codeOf(asked.received)) : [];
  const receivedOn = parseDay([asked.on].flat()[0] ?? '') ?? dayInConnecticut(ctx.now);
  const initialValues = { item: chosen && formatReference(chosen), receivedOn: typedAs(receivedOn), how: 'mail', ...(await heldValues(ctx)) };
  return (
    <Main width="regular">
      <PageTitle lead="One paper after the other: its cover sheet, and the day it arrived.">Papers</PageTitle>
      <LookUp key={typed} typed={typed} problem={problem} papers={papers} />
      <Card heading="Record what came">
        {/* A new form for each paper: nothing of the last one is left in it. */}
        <ReceiveForm key={`${codeOf(asked.received)}${chosen}`} initialValues={initialValues}>
          {last && <JustReceived paper={last} />}
        </ReceiveForm>
      </Card>
    </Main>
  );
}

function JustReceived({ paper: { item, applicationReference, name } }: { readonly paper: MailedPaper }) {
  if (!item.receivedOn) return null;
  return (
    <Alert tone="success" heading="Recorded" live>
      {`${requirementTitle(item)}, application ${formatReference(applicationReference)} of ${name}: arrived ${formatDay(item.receivedOn)}.`}
    </Alert>
  );
}

function codeOf(typed: Said): string {
  return normaliseCode([typed].flat()[0] ?? '').slice(0, 20);
}

/** A pile of mail has one date stamp: the day stays, as it is typed, until somebody changes it. */
function typedAs(on: Day): string {
  const [year = '', month = '', date = ''] = on.split('-');
  return `${month}/${date}/${year}`;
}

async function lookUp(ctx: Ctx<Staff>, typed: string): Promise<{ papers: readonly MailedPaper[]; problem?: string }> {
  if (typed === '') return { papers: [] };
  const papers = checksOut(typed) ? await findMailedPapers(ctx, typed) : [];
  if (papers.length > 0) return { papers };
  await setResponseStatus(422);
  return { papers, problem: checksOut(typed) ? 'No paper is awaited under this reference.' : 'Check the reference: a character is wrong.' };
}
