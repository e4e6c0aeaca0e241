import { eq } from 'drizzle-orm';
import { claim } from '@/db/schema/identity';
import { chooseReminders } from '@/lib/accounts/choose-reminders';
import { stageReminders } from '@/lib/applications/stage-reminders';
import type { Ctx, Worker } from '@/lib/shared/context';
import { day } from '@/lib/shared/days';
import { messagesTo, value } from '@/tests/integration/staff/filed';
import { drafted, holder, type Holder } from '@/tests/support/applications';
import { submitApplication } from '@/lib/payments/submit-application';
import { useDatabase } from '@/tests/support/database';
import { deliverMail, useMailbox } from '@/tests/support/mail';
import { again, certificateOnFile, now } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();
const worker = (at: Date): Ctx<Worker> => ({ actor: { kind: 'worker', job: 'stage_reminders' }, now: at, requestId: crypto.randomUUID() });
const on = (asked: string) => new Date(`${asked}T15:00:00Z`);

async function remind(asked: string): Promise<void> {
  let after: string | undefined;
  do after = value(await stageReminders(worker(on(asked)), after)).next;
  while (after);
}

const reminders = (one: Holder) => messagesTo(one.ctx.actor.accountId, 'renewal_reminder');
const ending = () => holder({ expiresOn: day('2027-06-30') });

describe('reminders before a certificate ends', () => {
  it('go out once for each stage, however often the worker looks', async () => {
    const one = await ending();
    await remind('2026-12-29');
    expect(await reminders(one)).toHaveLength(0);
    for (const asked of ['2026-12-30', '2026-12-30', '2027-02-01']) await remind(asked);
    expect(await reminders(one)).toHaveLength(1);
    for (const asked of ['2027-03-30', '2027-05-20', '2027-06-16', '2027-06-30', '2027-07-01']) await remind(asked);
    expect(await reminders(one)).toHaveLength(4);
  });

  it('name all certificates of a person in one message', async () => {
    const one = await ending();
    await certificateOnFile(one.personId, { typeKey: 'PROFESSIONAL', expiresOn: day('2027-06-29'), endorsements: ['092'] });
    await remind('2027-01-10');
    expect(await reminders(one)).toHaveLength(1);
    await deliverMail(on('2027-01-10'));
    const mail = letters.all().filter(({ subject }) => subject === 'Your certificates end soon').at(-1);
    expect(mail?.text).toMatch(/June 30, 2027[\s\S]*June 29, 2027|June 29, 2027[\s\S]*June 30, 2027/);
  });

  it('are not sent to whoever has applied, has retired, or is not linked any more', async () => {
    const [applied, retired, unlinked] = [await ending(), await ending(), await ending()];
    const reference = await drafted(applied, 'continue_professional', on('2027-01-05'));
    value(await submitApplication(again(applied.ctx, on('2027-01-05')), { reference }));
    value(await chooseReminders(again(retired.ctx), { wants: false }));
    await db().update(claim).set({ endedAt: now, endedBecause: 'disavowed' }).where(eq(claim.personId, unlinked.personId));
    await remind('2027-01-10');
    for (const one of [applied, retired, unlinked]) expect(await reminders(one)).toEqual([]);
    value(await chooseReminders(again(retired.ctx), { wants: true }));
    await remind('2027-01-11');
    expect(await reminders(retired)).toHaveLength(1);
  });

  it('are sent once by ten workers at a time', async () => {
    const one = await ending();
    await Promise.all(Array.from({ length: 10 }, () => remind('2027-01-10')));
    expect(await reminders(one)).toHaveLength(1);
  });
});
