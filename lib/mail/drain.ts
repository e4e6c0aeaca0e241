import { eq, sql } from 'drizzle-orm';
import { job, message } from '@/db/schema/mail';
import { transact } from '@/db/transact';
import { DatabaseError } from '@/db/errors';
import type { Worker } from '@/lib/shared/context';
import { ok, type Result } from '@/lib/shared/result';
import { NotDoneYet, type JobRunner } from './model';

const worker: Worker = { kind: 'worker', job: 'drain' };

/** How long a worker may be busy with a job before another takes it for lost. */
const leaseSeconds = 120;
const secondsUntilRetry = [2, 10, 60, 300, 900, 3600, 3600, 3600, 7200];
export const mostAttempts = secondsUntilRetry.length + 1;

type ClaimedJob = { readonly id: string; readonly kind: string; readonly payload: Record<string, string>; readonly attempts: number };

export type Drained = { readonly done: number; readonly failed: readonly { kind: string; failure: string; dead: boolean }[] };

/** Takes up to `most` waiting jobs that nobody else holds, does them, and writes down how each ended. */
export async function drain(
  runners: Readonly<Record<string, JobRunner>>,
  clock: () => Date,
  most = 10,
): Promise<Drained> {
  const claimed = await claimJobs(clock(), most);
  const outcomes = await Promise.all(claimed.map((one) => runJob(runners, one, clock)));
  const failed = outcomes.filter((outcome) => outcome !== undefined);
  return { done: outcomes.length - failed.length, failed };
}

async function claimJobs(now: Date, most: number): Promise<ClaimedJob[]> {
  const leaseEnds = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
  const result: Result<ClaimedJob[], never> = await transact(worker, async (tx) => {
    const rows = await tx.execute<ClaimedJob>(sql`
      update job set attempts = attempts + 1, available_at = ${leaseEnds}::timestamptz
      where id in (
        select id from job
        where done_at is null and dead_at is null and available_at <= ${now.toISOString()}::timestamptz
        order by available_at limit ${most} for update skip locked)
      returning id, kind, payload, attempts`);
    return ok([...rows]);
  });
  return result.ok ? result.value : [];
}

async function runJob(
  runners: Readonly<Record<string, JobRunner>>,
  claimed: ClaimedJob,
  clock: () => Date,
): Promise<Drained['failed'][number] | undefined> {
  // Taken as often as may be, and nobody lived to say how it went: it takes its worker down with it.
  if (claimed.attempts > mostAttempts) return postpone(claimed, 'worker_lost', clock());
  try {
    const runner = runners[claimed.kind];
    if (!runner) throw new NotDoneYet('no_runner');
    await runner(claimed.payload, clock());
    await transact(worker, async (tx) => {
      await tx.update(job).set({ doneAt: clock(), lastFailure: null }).where(eq(job.id, claimed.id));
      return ok();
    });
    return undefined;
  } catch (thrown) {
    return postpone(claimed, failureName(thrown), clock());
  }
}

async function postpone(claimed: ClaimedJob, failure: string, now: Date): Promise<Drained['failed'][number]> {
  const wait = secondsUntilRetry[claimed.attempts - 1];
  const dead = wait === undefined;
  await transact(worker, async (tx) => {
    await tx
      .update(job)
      .set(
        dead
          ? { deadAt: now, lastFailure: failure }
          : { availableAt: new Date(now.getTime() + wait * 1000), lastFailure: failure },
      )
      .where(eq(job.id, claimed.id));
    const messageId = claimed.payload.messageId;
    if (dead && claimed.kind === 'deliver_message' && messageId) {
      await tx.update(message).set({ state: 'failed', failedAt: now, failure }).where(eq(message.id, messageId));
    }
    return ok();
  });
  return { kind: claimed.kind, failure, dead };
}

// A kind and a code, never a message: what drivers and SDKs say may quote what they were given.
function failureName(thrown: unknown): string {
  if (thrown instanceof DatabaseError) return `database_${thrown.code ?? 'error'}`;
  if (thrown instanceof NotDoneYet) return thrown.code;
  return thrown instanceof Error ? thrown.name : 'unknown';
}
