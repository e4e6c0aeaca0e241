import { eq } from 'drizzle-orm';
import { acknowledgement, acknowledgementText, session } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { acknowledge } from '@/lib/accounts/acknowledge';
import { liveSession } from '@/lib/accounts/live-session';
import { currentAcknowledgement } from '@/lib/accounts/queries';
import { signIn } from '@/lib/accounts/sign-in';
import { signOut } from '@/lib/accounts/sign-out';
import { signOutEverywhere } from '@/lib/accounts/sign-out-everywhere';
import { must } from '@/lib/shared/result';
import { tenConnections } from '@/tests/integration/staff/filed';
import { asAnyone, firstSignIn, goodPassword, later, settledEducator, signedUp } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { useMailbox } from '@/tests/support/mail';
import { again, now } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();

async function anotherSignIn(username: string): Promise<string> {
  const opened = await signIn(asAnyone(), { username, password: goodPassword });
  return must(opened.ok ? opened.value.token : undefined, 'a sign-in');
}

const rowOf = async (sessionId: string) => (await db().select().from(session).where(eq(session.id, sessionId)))[0];
const auditedOf = async (accountId: string, type: string) =>
  (await db().select().from(auditEvent).where(eq(auditEvent.subjectId, accountId))).filter((event) => event.type === type);
const signaturesOf = (sessionId: string) => db().select().from(acknowledgement).where(eq(acknowledgement.sessionId, sessionId));
const shownVersion = async (at = now) => must(await currentAcknowledgement(at), 'a text').version;

describe('logging out', () => {
  it('ends this sign-in at once and no other', async () => {
    const { ctx, token, username } = await settledEducator(letters);
    const elsewhere = await anotherSignIn(username);
    expect(await signOut(ctx)).toEqual({ ok: true, value: undefined });
    expect(await liveSession(token, now)).toBeUndefined();
    expect(await liveSession(elsewhere, now)).toBeDefined();
    expect(await rowOf(ctx.actor.sessionId)).toMatchObject({ endedAt: now, endedBecause: 'signed_out' });
    expect(await auditedOf(ctx.actor.accountId, 'signed_out')).toHaveLength(1);
  });

  it('also ends a sign-in that is only half done', async () => {
    const ctx = await firstSignIn(await signedUp(letters));
    await signOut(ctx);
    expect(await rowOf(ctx.actor.sessionId)).toMatchObject({ endedBecause: 'signed_out' });
  });

  it('everywhere ends all of them, and nobody else is logged out', async () => {
    const { ctx, token, username } = await settledEducator(letters);
    const stranger = await settledEducator(letters);
    const tokens = [token, await anotherSignIn(username), await anotherSignIn(username)];
    expect(await signOutEverywhere(ctx)).toEqual({ ok: true, value: undefined });
    for (const one of tokens) expect(await liveSession(one, now)).toBeUndefined();
    expect(await liveSession(stranger.token, now)).toBeDefined();
    expect(await auditedOf(ctx.actor.accountId, 'sessions_ended')).toMatchObject([{ details: { count: 3 } }]);
  });
});

describe('acknowledging', () => {
  it('is kept with the version that was on the page, once per sign-in', async () => {
    const { ctx, token, username } = await settledEducator(letters);
    const version = await shownVersion();
    expect(await liveSession(token, now)).toMatchObject({ acknowledged: false });
    expect(await acknowledge(ctx, { version })).toEqual({ ok: true, value: undefined });
    expect(await liveSession(token, now)).toMatchObject({ acknowledged: true });
    expect(await signaturesOf(ctx.actor.sessionId)).toMatchObject([{ version, acknowledgedAt: now, accountId: ctx.actor.accountId }]);
    expect(await liveSession(await anotherSignIn(username), now)).toMatchObject({ acknowledged: false });
  });

  it('is refused when another text stands there by now', async () => {
    const { ctx } = await settledEducator(letters);
    const version = await shownVersion();
    await db().insert(acknowledgementText).values({ version: version + 1, heading: 'Next', body: ['Next'], shownFrom: later(60) });
    expect(await acknowledge(again(ctx, later(59)), { version: version + 1 })).toEqual({ ok: false, error: 'text_changed' });
    expect(await acknowledge(again(ctx, later(61)), { version })).toEqual({ ok: false, error: 'text_changed' });
    expect(await signaturesOf(ctx.actor.sessionId)).toEqual([]);
    expect((await acknowledge(again(ctx, later(61)), { version: version + 1 })).ok).toBe(true);
  });

  it('is refused once the sign-in has ended', async () => {
    const { ctx } = await settledEducator(letters);
    await signOut(ctx);
    expect(await acknowledge(again(ctx), { version: await shownVersion() })).toEqual({ ok: false, error: 'not_found' });
  });

  it('is kept once when sent ten times at once', async () => {
    await tenConnections();
    const { ctx } = await settledEducator(letters);
    const version = await shownVersion();
    const answers = await Promise.all(Array.from({ length: 10 }, () => acknowledge(again(ctx), { version })));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await signaturesOf(ctx.actor.sessionId)).toHaveLength(1);
    expect(await auditedOf(ctx.actor.accountId, 'acknowledged')).toHaveLength(1);
  });
});
