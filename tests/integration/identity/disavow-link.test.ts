import { and, eq, isNull } from 'drizzle-orm';
import { session } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { claim, disavowalCode, identityCase, person, personContact } from '@/db/schema/identity';
import { changeLastName } from '@/lib/identity/change-last-name';
import { disavowLink } from '@/lib/identity/disavow-link';
import { register } from '@/lib/identity/register';
import { saveContact } from '@/lib/identity/save-contact';
import { must } from '@/lib/shared/result';
import { linkedEducator } from '@/tests/integration/accounts/linked-educator';
import { asAnyone } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { codeIn, deliverMail, useMailbox } from '@/tests/support/mail';
import { again, recordOnFile, registerFully, signedInEducator } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();

const liveSessions = (accountId: string) =>
  db().select().from(session).where(and(eq(session.accountId, accountId), isNull(session.endedAt)));
const casesOf = (accountId: string) => db().select().from(identityCase).where(eq(identityCase.accountId, accountId));
const claimOf = async (accountId: string) => (await db().select().from(claim).where(eq(claim.accountId, accountId)))[0];

/** A thief with everything but the mailbox on file; and what that mailbox got. */
async function theft() {
  const email = `owner-${crypto.randomUUID()}@example.test`;
  const onFile = await recordOnFile({ email });
  const thief = await signedInEducator();
  await register(thief, onFile.typed);
  await deliverMail();
  const notice = must(letters.to(email)[0], 'the notice');
  const code = codeIn(notice).replaceAll('-', '');
  return { onFile, email, thief, notice, code };
}

describe('"this was not me"', () => {
  it('ends the link and every sign-in of its account, and opens a case', async () => {
    const { onFile, thief, code } = await theft();
    expect(await disavowLink(asAnyone(), { code })).toEqual({ ok: true, value: undefined });
    expect(await claimOf(thief.actor.accountId)).toMatchObject({ personId: onFile.personId, endedBecause: 'disavowed' });
    expect(await liveSessions(thief.actor.accountId)).toEqual([]);
    expect(await casesOf(thief.actor.accountId)).toMatchObject([{ kind: 'disavowed_link', candidateIds: [onFile.personId] }]);
  });

  it('gives back what was changed on the record while the link counted as proved', async () => {
    const { onFile, thief, code } = await theft();
    const { accountId } = thief.actor;
    await db().update(claim).set({ strength: 'full' }).where(eq(claim.accountId, accountId));
    const address = { addressLine1: '12 Elm Street', addressLine2: undefined, city: 'Hartford', state: 'CT', postalCode: '06103', phone: undefined };
    expect(await saveContact(again(thief), address)).toMatchObject({ ok: true });
    expect(await changeLastName(again(thief), { lastName: 'Thiefson', birthDate: onFile.typed.birthDate })).toMatchObject({ ok: true });
    await db().update(claim).set({ strength: 'provisional' }).where(eq(claim.accountId, accountId));
    expect(await disavowLink(asAnyone(), { code })).toMatchObject({ ok: true });
    const [contact] = await db().select().from(personContact).where(eq(personContact.personId, onFile.personId));
    expect(contact).toMatchObject({ addressLine1: null, city: null, state: null, postalCode: null });
    const [record] = await db().select().from(person).where(eq(person.id, onFile.personId));
    expect(record?.lastName).toBe(onFile.typed.lastName);
  });

  it('stands on a line of its own in the message, and is kept only as a hash', async () => {
    const { notice, code } = await theft();
    expect(notice.text.split('\n').map((line) => line.trim().replaceAll('-', ''))).toContain(code);
    expect(notice.text).toContain(`/not-me#${code}`);
    const kept = await db().select().from(disavowalCode);
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain(code);
  });

  it('is done once, said ten times at once, in capitals or not', async () => {
    const { onFile, thief, code } = await theft();
    const said = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? code : ` ${code.toLowerCase()} `));
    const answers = await Promise.all(said.map((one) => disavowLink(asAnyone(), { code: one })));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await casesOf(thief.actor.accountId)).toHaveLength(1);
    const trail = await db().select().from(auditEvent).where(and(eq(auditEvent.type, 'link_disavowed'), eq(auditEvent.subjectId, onFile.personId)));
    expect(trail).toHaveLength(1);
  });

  it('keeps the thief from linking the record again, with this account or another, and not its owner', async () => {
    const { onFile, email, thief, code } = await theft();
    await disavowLink(asAnyone(), { code });
    expect(await register(again(thief), onFile.typed)).toEqual({ ok: false, error: 'already_registered' });
    const second = await signedInEducator();
    await registerFully(second, onFile.typed);
    expect(await claimOf(second.actor.accountId)).toBeUndefined();
    expect(await casesOf(second.actor.accountId)).toMatchObject([{ kind: 'match' }]);
    const owner = await signedInEducator({ email });
    await register(owner, onFile.typed);
    expect(await claimOf(owner.actor.accountId)).toMatchObject({ strength: 'full', endedAt: null });
  });

  it('refuses a code nobody was sent, and leaves a link alone that was proved since', async () => {
    expect(await disavowLink(asAnyone(), { code: 'A'.repeat(26) })).toEqual({ ok: false, error: 'code_unknown' });
    const { thief, code } = await theft();
    await db().update(claim).set({ strength: 'full' }).where(eq(claim.accountId, thief.actor.accountId));
    expect(await disavowLink(asAnyone(), { code })).toEqual({ ok: false, error: 'proved_since' });
    expect((await claimOf(thief.actor.accountId))?.endedAt).toBeNull();
    expect(await liveSessions(thief.actor.accountId)).not.toEqual([]);
  });

  it('is asked of nobody whose link is full from the start', async () => {
    const { ctx } = await linkedEducator('full');
    const mine = await claimOf(ctx.actor.accountId);
    expect(await db().select().from(disavowalCode).where(eq(disavowalCode.claimId, mine?.id ?? ''))).toEqual([]);
  });
});
