import { Card } from '@/app/_ui/card';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { checksOut, normaliseCode } from '@/lib/shared/check-characters';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { findEnvelope, findRecordedToday, type Envelope } from '@/lib/staff/mailroom-queries';
import { setResponseStatus } from '@/lib/web/response-status';
import { heldValues, requireStaff } from '@/lib/web/session';
import { RecordForm } from './form';
import { LookUp } from './look-up';
import { JustRecorded, RecordedToday } from './recorded';

export const metadata = { title: 'Mailroom' };

type Props = { searchParams: Promise<{ slip?: string | string[]; recorded?: string | string[] }> };

export default async function MailroomPage({ searchParams }: Props) {
  const ctx = await requireStaff('record_instruments');
  const asked = await searchParams;
  const today = dayInConnecticut(ctx.now);
  const slip = slipOf(asked.slip);
  const { envelope, problem } = await lookUp(ctx, slip);
  const reference = envelope?.slipReference ?? '';
  const recorded = await findRecordedToday(ctx);
  const [last] = recorded;
  const initialValues = { ...firstValues(last?.receivedOn ?? today, reference), ...(await heldValues(ctx)) };
  return (
    <Main width="regular">
      <PageTitle lead="One envelope after the other: its slip, what was in it, the day it arrived.">Mailroom</PageTitle>
      <LookUp key={slip} slip={slip} problem={problem} envelope={envelope} />
      <Card heading="Record what came">
        {/* A new form for each envelope: nothing of the last one is left in it. */}
        <RecordForm key={`${last?.id ?? ''}${reference}`} initialValues={initialValues} isLookedUp={reference !== ''}>
          {asked.recorded && last && <JustRecorded one={last} today={today} />}
        </RecordForm>
      </Card>
      {recorded.length > 0 && <RecordedToday recorded={recorded} />}
    </Main>
  );
}

function slipOf(typed: string | string[] = ''): string {
  return normaliseCode([typed].flat()[0] ?? '').slice(0, 20);
}

/** A pile of mail has one date stamp: the day stays, as it is typed, until somebody changes it. */
function firstValues(receivedOn: Day, reference: string) {
  const [year = '', month = '', date = ''] = receivedOn.split('-');
  return { receivedOn: `${month}/${date}/${year}`, slipReference: reference && formatReference(reference) };
}

async function lookUp(ctx: Ctx<Staff>, slip: string): Promise<{ envelope?: Envelope; problem?: string }> {
  if (slip === '') return {};
  const envelope = checksOut(slip) ? await findEnvelope(ctx, slip) : undefined;
  if (envelope) return { envelope };
  await setResponseStatus(422);
  return { problem: checksOut(slip) ? 'No slip and no application has this reference.' : 'Check the reference: a character is wrong.' };
}
