import { eq } from 'drizzle-orm';
import { application } from '@/db/schema/applications';
import { findMyPlace, findQueueFigures } from '@/lib/applications/queue-queries';
import { day, type Day } from '@/lib/shared/days';
import { approve, filedAdvance, type Filed } from '@/tests/integration/staff/filed';
import { useDatabase } from '@/tests/support/database';
import { again, now, signedInEducator, signedInStaff } from '@/tests/support/people';

const { db } = useDatabase();

/** An advance in the queue since that day, as if it had been paid then. */
async function queuedOn(received: Day): Promise<Filed> {
  const one = await filedAdvance();
  await db().update(application).set({ queuedOn: received, status: 'waiting_first_review' }).where(eq(application.reference, one.reference));
  return one;
}

const advances = async () => (await findQueueFigures(now)).find(({ kind }) => kind === 'advance_to_professional');

describe('how the queue moves', () => {
  it('is counted by kind: who waits, how old the oldest is, what was decided week by week', async () => {
    const [first, second, third] = [await queuedOn(day('2026-11-02')), await queuedOn(day('2026-11-04')), await queuedOn(day('2026-11-05'))];
    expect(await advances()).toMatchObject({ waiting: 3, workingOn: '2026-11-02', medianDays: null, weeks: Array.from({ length: 8 }, () => ({ decided: 0 })) });
    expect(await findMyPlace(again(third.ctx), third.reference)).toMatchObject({ ahead: 2 });

    await approve(again(await signedInStaff('reviewer'), new Date('2026-11-18T15:00:00Z')), first);
    const figures = await advances();
    expect(figures).toMatchObject({ waiting: 2, workingOn: '2026-11-04', medianDays: 16, ninetiethDays: 16 });
    expect(figures?.weeks.map(({ decided }) => decided)).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(figures?.weeks.at(-1)?.week).toBe('2026-11-16');
    expect(await findMyPlace(again(third.ctx), third.reference)).toMatchObject({ ahead: 1 });
    expect(await findMyPlace(again(second.ctx), second.reference)).toMatchObject({ ahead: 0, figures: { workingOn: '2026-11-04' } });
  });

  it('tells nobody of somebody else’s place', async () => {
    const one = await queuedOn(day('2026-11-06'));
    expect(await findMyPlace(await signedInEducator(), one.reference)).toBeUndefined();
  });
});
