import { sql } from 'drizzle-orm';
import { ask } from '@/db/transact';
import { anyone, type StaffRole } from '@/lib/shared/context';
import { hashToken } from '@/lib/shared/keyed-hash';
import type { SignIn } from './model';
import { minutesLater, sessionLimits } from './rules';

/** Activity is written down at most this often, so that looking at pages stays a read. */
const noteSeconds = 60;

type LiveSessionRow = Omit<SignIn, 'roles' | 'startedAt' | 'stepUpAt'> & {
  readonly roles: StaffRole[] | null;
  readonly startedAt: string;
  readonly stepUpAt: string | null;
};

/**
 * Who a cookie stands for, decided by the database row on every request: ended, idle or expired is nobody. One statement,
 * which also notes the activity once a minute.
 */
export async function liveSession(token: string, now: Date): Promise<SignIn | undefined> {
  const idleSince = minutesLater(now, -sessionLimits.idleMinutes);
  const noteBefore = new Date(now.getTime() - noteSeconds * 1000);
  const [row] = await ask<LiveSessionRow>(
    anyone,
    'read write',
    sql`
      select session_id as "sessionId", account_id as "accountId", kind, stage, first_name as "firstName",
        last_name as "lastName", registered, asked, acknowledged, roles, started_at as "startedAt", step_up_at as "stepUpAt"
      from live_session(${hashToken(token)}, ${now.toISOString()}::timestamptz, ${idleSince.toISOString()}::timestamptz,
        ${noteBefore.toISOString()}::timestamptz)`,
  );
  if (!row) return undefined;
  return {
    ...row,
    roles: row.roles ?? [],
    startedAt: new Date(row.startedAt),
    stepUpAt: row.stepUpAt === null ? null : new Date(row.stepUpAt),
  };
}
