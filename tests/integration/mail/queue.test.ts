import { asc, eq, like, sql } from 'drizzle-orm';
import { job } from '@/db/schema/mail';
import { transact } from '@/db/transact';
import { drain, mostAttempts } from '@/lib/mail/drain';
import type { JobRunner } from '@/lib/mail/model';
import { enqueue } from '@/lib/mail/steps';
import { anyone } from '@/lib/shared/context';
import { ok } from '@/lib/shared/result';
import { tenConnections } from '@/tests/integration/staff/filed';
import { useDatabase } from '@/tests/support/database';
import { now } from '@/tests/support/people';

const { db } = useDatabase();

const seconds = (count: number) => new Date(now.getTime() + count * 1000);

async function promise(count: number, name: string, at = now): Promise<void> {
  await transact(anyone, async (tx) => {
    for (let index = 0; index < count; index += 1) {
      const work = { kind: 'note', payload: { name, index: String(index) }, dedupeKey: `${name}:${index}` };
      await enqueue(tx, { ...work, at, now });
    }
    return ok();
  });
}

/** Does what it is given by writing it down, once `whenAsked` lets it. */
function noting(whenAsked: () => Promise<void> = async () => {}) {
  const done: string[] = [];
  const note: JobRunner = async (payload) => {
    await whenAsked();
    done.push(`${payload.name}:${payload.index}`);
  };
  return { done, runners: { note } };
}

const namesOf = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}:${index}`).sort();
const jobsOf = (name: string) =>
  db().select().from(job).where(like(job.dedupeKey, `${name}:%`)).orderBy(asc(job.dedupeKey));

afterEach(() => db().update(job).set({ doneAt: now }).where(sql`${job.doneAt} is null`));

describe('two workers', () => {
  it('never take the same work', async () => {
    await tenConnections();
    await promise(60, 'shared');
    const { done, runners } = noting();
    const goes = await Promise.all(Array.from({ length: 6 }, () => drain(runners, () => seconds(1), 10)));
    for (let left = 1; left > 0; ) left = (await drain(runners, () => seconds(1), 10)).done;
    expect(done.sort()).toEqual(namesOf('shared', 60));
    expect(goes.flatMap((go) => go.failed)).toEqual([]);
    expect((await jobsOf('shared')).every((row) => row.attempts === 1)).toBe(true);
  });

  it('do not wait for one another: one takes what the other has not locked', async () => {
    await promise(10, 'aside');
    const { done, runners } = noting();
    await db().transaction(async (tx) => {
      await tx.execute(sql`select id from job where dedupe_key < 'aside:5' and dedupe_key >= 'aside:' for update`);
      expect(await drain(runners, () => seconds(1), 10)).toEqual({ done: 5, failed: [] });
    });
    expect(done.sort()).toEqual(namesOf('aside', 10).slice(5));
  });

  it('leave work alone that one is busy with, and take it for lost after two minutes', async () => {
    await promise(1, 'slow');
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    let begun = (): void => undefined;
    const isBusy = new Promise<void>((resolve) => (begun = resolve));
    const slow = noting(() => (begun(), finished));
    const dying = drain(slow.runners, () => seconds(1));
    await isBusy;
    const { done, runners } = noting();
    expect((await drain(runners, () => seconds(120))).done).toBe(0);
    expect((await drain(runners, () => seconds(121))).done).toBe(1);
    expect(done).toEqual(['slow:0']);
    finish();
    await dying;
    expect(await jobsOf('slow')).toMatchObject([{ attempts: 2, deadAt: null }]);
  });
});

describe('work that takes its worker down each time', () => {
  it('is given up on after the last attempt, without being done once more', async () => {
    await promise(1, 'fatal');
    await db().update(job).set({ attempts: mostAttempts }).where(eq(job.dedupeKey, 'fatal:0'));
    const { done, runners } = noting();
    expect((await drain(runners, () => seconds(1))).failed).toEqual([{ kind: 'note', failure: 'worker_lost', dead: true }]);
    expect(await jobsOf('fatal')).toMatchObject([{ deadAt: seconds(1), lastFailure: 'worker_lost' }]);
    expect(done).toEqual([]);
  });
});

describe('the queue', () => {
  it('holds work back until its time, takes the longest waiting first, and no more than asked', async () => {
    await promise(1, 'third', seconds(30));
    await promise(1, 'first', seconds(10));
    await promise(1, 'second', seconds(20));
    const { done, runners } = noting();
    expect((await drain(runners, () => seconds(9))).done).toBe(0);
    expect((await drain(runners, () => seconds(30), 2)).done).toBe(2);
    expect(done.sort()).toEqual(['first:0', 'second:0']);
    expect((await drain(runners, () => seconds(30), 2)).done).toBe(1);
  });

  it('keeps a failure as its kind and never as its words, which may quote what was given', async () => {
    for (const kind of [Error, RangeError]) {
      await promise(1, kind.name);
      const note: JobRunner = async () => {
        throw new kind('412-15-9999 is no number');
      };
      expect((await drain({ note }, () => seconds(1))).failed).toEqual([{ kind: 'note', failure: kind.name, dead: false }]);
      expect(await jobsOf(kind.name)).toMatchObject([{ lastFailure: kind.name, availableAt: seconds(3) }]);
    }
  });

  it('tries again later what no worker of this version knows how to do', async () => {
    await promise(1, 'unknown');
    expect((await drain({}, () => seconds(1))).failed).toMatchObject([{ failure: 'no_runner', dead: false }]);
    expect((await drain(noting().runners, () => seconds(3))).done).toBe(1);
  });

  it('forgets an earlier failure once the work is done', async () => {
    await promise(1, 'healed');
    await drain({}, () => seconds(1));
    await drain(noting().runners, () => seconds(3));
    expect(await jobsOf('healed')).toMatchObject([{ lastFailure: null, doneAt: seconds(3) }]);
  });

  it('promises work once under one key, ten at once, also after it was done', async () => {
    const { done, runners } = noting();
    await Promise.all(Array.from({ length: 10 }, () => promise(1, 'same')));
    await drain(runners, () => seconds(1));
    await promise(1, 'same');
    await drain(runners, () => seconds(1));
    expect(done).toEqual(['same:0']);
    expect(await db().select().from(job).where(eq(job.dedupeKey, 'same:0'))).toHaveLength(1);
  });
});
