import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { staffInvitation } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { codeKey } from '@/lib/accounts/codes';
import { useDatabase } from '@/tests/support/database';
import { signedInStaff } from '@/tests/support/people';
import { runCommand } from '@/tests/support/run-command';

const { db } = useDatabase();
const home = mkdtempSync(join(tmpdir(), 'cecs-staff-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const staffFirst = (...args: string[]) =>
  runCommand('scripts/staff-first.ts', args, { CECS_HOME: home, APP_URL: 'https://cecs.example/' });

describe('npm run staff:first', () => {
  it('prints where the first administrator joins and the code, which is kept nowhere', async () => {
    const { code, said } = await staffFirst('boss@example.org');
    expect(code).toBe(0);
    expect(said).toContain('\n  https://cecs.example/staff/join\n');
    const printed = /^ {2}(\w{5}(?:-\w{5,6}){4})$/m.exec(said)?.[1] ?? '';
    const [invited] = await db().select().from(staffInvitation).where(eq(staffInvitation.email, 'boss@example.org'));
    expect(invited).toMatchObject({ role: 'administrator', acceptedAt: null, tokenHash: Buffer.from(codeKey(printed)) });
    const trail = await db().select().from(auditEvent).where(eq(auditEvent.subjectId, invited?.id ?? ''));
    expect(trail).toMatchObject([{ type: 'staff_invited', actorKind: 'worker' }]);
  });

  it.each([
    ['without an address', []],
    ['with something else', ['boss']],
    ['with two addresses', ['boss@example.org', 'other@example.org']],
  ])('%s says what to do, in one line', async (_what, args) => {
    expect(await staffFirst(...args)).toEqual({ code: 1, said: 'Say whom to invite: npm run staff:first -- name@example.org\n' });
  });

  it('invites nobody once there is staff, and says so', async () => {
    await signedInStaff('auditor');
    const before = await db().select().from(staffInvitation);
    const { code, said } = await staffFirst('second@example.org');
    expect([code, said]).toEqual([1, expect.stringMatching(/^There is staff already\. [^\n]+\n$/)]);
    expect(await db().select().from(staffInvitation)).toEqual(before);
  });
});
