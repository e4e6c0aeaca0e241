import { eq } from 'drizzle-orm';
import { auditEvent } from '@/db/schema/audit';
import { identityCase } from '@/db/schema/identity';
import { lostEmailInput } from '@/lib/identity/model';
import { reportLostEmail } from '@/lib/identity/report-lost-email';
import { must } from '@/lib/shared/result';
import { asAnyone, later, newAddress, outcome, settledEducator } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { deliverMail, useMailbox } from '@/tests/support/mail';

const { db } = useDatabase();
const letters = useMailbox();

const typed = (newEmail: string, more: Record<string, string> = {}) => lostEmailInput.parse({ ...empty, newEmail, ...more });
const empty = { firstName: 'Lou', lastName: 'Locked', username: '', oldEmail: '', newEmail: '', phone: '', message: 'The school closed.' };

describe('"I no longer have that email"', () => {
  it('always opens a case with a number and a date, and writes both to the new address', async () => {
    const newEmail = newAddress();
    const opened = await reportLostEmail(asAnyone(), typed(newEmail));
    const told = must(opened.ok ? opened.value : undefined, 'a case');
    expect(told.promisedBy).toBe('2026-12-01');
    const [row] = await db().select().from(identityCase).where(eq(identityCase.reference, told.reference));
    expect(row).toMatchObject({ kind: 'lost_email', accountId: null, closedAt: null });
    await deliverMail();
    expect(letters.to(newEmail).at(-1)?.text).toContain('December 1, 2026');
  });

  it('answers alike whether or not the account exists, and changes nothing about it', async () => {
    const one = await settledEducator(letters);
    const known = await reportLostEmail(asAnyone(), typed(newAddress(), { username: one.username, oldEmail: one.email }));
    const unknown = await reportLostEmail(asAnyone(), typed(newAddress(), { username: 'CT-AAAA-BBBB' }));
    expect([known, unknown].map((answer) => (answer.ok ? Object.keys(answer.value) : answer.error))).toEqual([
      ['reference', 'promisedBy'],
      ['reference', 'promisedBy'],
    ]);
    expect(letters.to(one.email)).toHaveLength(2);
  });

  it('names nothing that was typed in the trail', async () => {
    const newEmail = newAddress();
    await reportLostEmail(asAnyone(), typed(newEmail, { message: 'Unspeakable things happened.' }));
    expect(JSON.stringify(await db().select().from(auditEvent))).not.toMatch(new RegExp(`Unspeakable|Locked|${newEmail}`));
  });

  it('is taken three times a day from one address', async () => {
    const newEmail = newAddress();
    for (let go = 0; go < 3; go += 1) expect(outcome(await reportLostEmail(asAnyone(), typed(newEmail)))).toBe('ok');
    expect(await reportLostEmail(asAnyone(), typed(newEmail.toUpperCase()))).toEqual({ ok: false, error: 'too_many_attempts' });
    expect(outcome(await reportLostEmail(asAnyone(later(24 * 60)), typed(newEmail)))).toBe('ok');
  });

  it('gives ten that report at once ten numbers', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => reportLostEmail(asAnyone(), typed(newAddress()))));
    expect(new Set(answers.map((answer) => answer.ok && answer.value.reference)).size).toBe(10);
  });
});
