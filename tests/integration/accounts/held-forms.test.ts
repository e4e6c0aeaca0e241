import { eq } from 'drizzle-orm';
import { heldForm } from '@/db/schema/accounts';
import { heldFormPath, holdForm, takeHeldForm } from '@/lib/accounts/held-forms';
import { hashToken } from '@/lib/shared/keyed-hash';
import { projectFiles, textOf } from '@/tests/architecture/files';
import { later, settledEducator } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { useMailbox } from '@/tests/support/mail';
import { again, now, signedInEducator, signedInStaff } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();

const path = '/applications/A00001000/experience';
const values = { employer: 'Hartford', schoolMonths: '60', endorsement: ['029', '015'] };

describe('a form that outlived its sign-in', () => {
  it('gives its answers back to the same account, as often as the page is looked at', async () => {
    const { ctx, token: cookie } = await settledEducator(letters);
    const { token } = await holdForm(now, { path, values, endedSessionToken: cookie });
    const back = again(ctx, later(30));
    expect(await heldFormPath(back, token)).toBe(path);
    expect(await takeHeldForm(back, token, path)).toEqual(values);
    expect(await takeHeldForm(back, token, path)).toEqual(values);
  });

  it('gives nothing to whoever signs in next on the same computer', async () => {
    const { token: cookie } = await settledEducator(letters);
    const { token } = await holdForm(now, { path, values, endedSessionToken: cookie });
    for (const next of [await signedInEducator(), await signedInStaff('supervisor')]) {
      expect(await heldFormPath(next, token)).toBeUndefined();
      expect(await takeHeldForm(next, token, path)).toBeUndefined();
    }
  });

  it('gives nothing to another form, without its token, or after an hour', async () => {
    const { ctx, token: cookie } = await settledEducator(letters);
    const { token } = await holdForm(now, { path, values, endedSessionToken: cookie });
    expect(await takeHeldForm(ctx, token, '/profile/contact')).toBeUndefined();
    expect(await takeHeldForm(ctx, 'x'.repeat(43), path)).toBeUndefined();
    expect(await takeHeldForm(again(ctx, later(60)), token, path)).toBeUndefined();
    expect(await takeHeldForm(again(ctx, later(59)), token, path)).toEqual(values);
  });

  it('comes back by its token alone where nobody knows whose sign-in had ended', async () => {
    const { token } = await holdForm(now, { path, values, endedSessionToken: undefined });
    expect(await takeHeldForm(await signedInEducator(), token, path)).toEqual(values);
  });

  it('is found by a hash: the token itself is not kept', async () => {
    const { token } = await holdForm(now, { path, values, endedSessionToken: 'x'.repeat(43) });
    expect(await db().select().from(heldForm).where(eq(heldForm.tokenHash, hashToken(token)))).toHaveLength(1);
    expect(JSON.stringify(await db().select().from(heldForm))).not.toContain(token);
  });

  it('never holds an SSN, a birth date, a password or a code: no form names them among what it keeps', () => {
    const files = projectFiles().filter((file) => /^app\/.*\/actions\.ts$/.test(file));
    const kept = files.flatMap((file) => [...textOf(file).matchAll(/keep: \[([^\]]*)\]/g)].map((found) => found[1]));
    expect(files.length).toBeGreaterThan(10);
    expect(kept.length).toBeGreaterThanOrEqual(files.length);
    expect(kept.filter((names) => /ssn|social|birth|password|code|token|pin/i.test((names ?? '').replace('postalCode', '')))).toEqual([]);
  });
});
