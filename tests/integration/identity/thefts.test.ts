import { eq, inArray } from 'drizzle-orm';
import { certificate, certificateEndorsement } from '@/db/schema/certificates';
import { claim, disavowalCode, matchKey, person, personContact, personSecret, previousName, registration } from '@/db/schema/identity';
import { message } from '@/db/schema/mail';
import { read } from '@/db/transact';
import { codeKey, newCode } from '@/lib/accounts/codes';
import { changeLastName } from '@/lib/identity/change-last-name';
import { disavowLink } from '@/lib/identity/disavow-link';
import { findMyRecord } from '@/lib/identity/queries';
import { register } from '@/lib/identity/register';
import { saveContact } from '@/lib/identity/save-contact';
import { asAnyone, later, outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { again, certificateOnFile, recordOnFile, signedInEducator } from '@/tests/support/people';

const { db } = useDatabase();
const thefts = 200;

const onFileAs = { email: 'owner', phone: '860-555-0101', addressLine1: '9 Secret Lane', city: 'Mystic', state: 'CT', postalCode: '06355' };

/** Right SSN, birth date and name; another mailbox. */
async function steal(number: number) {
  const onFile = await recordOnFile({ firstName: 'Guinevere', lastName: `Ownername${number}` });
  await certificateOnFile(onFile.personId);
  const email = `owner${number}@example.test`;
  await db().update(personContact).set({ ...onFileAs, email, emailKey: email }).where(eq(personContact.personId, onFile.personId));
  await db().insert(previousName).values({ personId: onFile.personId, lastName: 'Maidenname' });
  const thief = await signedInEducator({ email: `thief${number}@example.test` });
  await register(thief, { ...onFile.typed, firstName: 'Gwen', lastName: onFile.typed.lastName });
  return { onFile, thief };
}

/** Everything the web's own role may read of the tables that say who somebody is, as this account. */
async function readable(thief: Awaited<ReturnType<typeof steal>>['thief']): Promise<string> {
  const tables = [person, personContact, personSecret, previousName, matchKey, claim, registration, certificate, certificateEndorsement];
  const seen: unknown[] = [await read(thief.actor, (tx) => findMyRecord(tx))];
  for (const table of tables) {
    seen.push(await read(thief.actor, async (tx) => tx.select().from(table)).catch(() => 'refused'));
  }
  return JSON.stringify(seen);
}

describe(`${thefts} thefts with the right SSN, birth date and name`, () => {
  it('read no stored personal field, change no contact data, are told of in the same transaction, and end at one click', async () => {
    const stolen = [];
    for (let number = 0; number < thefts; number += 1) stolen.push(await steal(number));
    const linked = await db().select().from(claim).where(inArray(claim.accountId, stolen.map(({ thief }) => thief.actor.accountId)));
    expect(linked.map(({ strength }) => strength)).toEqual(Array.from({ length: thefts }, () => 'provisional'));

    // In the same transaction as the link: PostgreSQL says which transaction wrote a row.
    const notices = await db().execute<{ same: boolean }>(
      `select m.xmin = c.xmin as same from claim c join message m on m.kind = 'record_linked' and m.payload ->> 'personId' = c.person_id::text`,
    );
    expect(notices.filter(({ same }) => same)).toHaveLength(thefts);

    let leaks = 0;
    let changes = 0;
    for (const { onFile, thief } of stolen) {
      const seen = await readable(thief);
      const stored = ['Guinevere', 'Maidenname', 'Secret Lane', 'Mystic', '06355', '860-555-0101', 'owner', onFile.typed.ssn.reveal(), onFile.typed.birthDate.reveal()];
      if (stored.some((one) => seen.includes(one))) leaks += 1;
      const address = { addressLine1: '1 Thief Road', addressLine2: undefined, city: 'Hartford', state: 'CT', postalCode: '06103', phone: undefined };
      const tries = [
        outcome(await saveContact(again(thief), address)),
        outcome(await changeLastName(again(thief), { lastName: 'Thief', birthDate: onFile.typed.birthDate })),
      ];
      changes += tries.filter((answer) => answer === 'ok').length;
    }
    expect([leaks, changes]).toEqual([0, 0]);
    const kept = await db().select().from(personContact).where(inArray(personContact.personId, stolen.map(({ onFile }) => onFile.personId)));
    expect(kept.every(({ city }) => city === 'Mystic')).toBe(true);

    const ended: number[] = [];
    for (const { claimId, accountId } of linked.map(({ id, accountId: of }) => ({ claimId: id, accountId: of }))) {
      const code = newCode();
      await db().insert(disavowalCode).values({ codeHash: codeKey(code.reveal()), claimId, sentAt: later(0) });
      const began = performance.now();
      expect(outcome(await disavowLink(asAnyone(), { code: code.reveal() }))).toBe('ok');
      const thief = stolen.find((one) => one.thief.actor.accountId === accountId)?.thief;
      expect(thief && (await read(thief.actor, (tx) => findMyRecord(tx)))).toBeUndefined();
      ended.push(performance.now() - began);
    }
    expect(ended).toHaveLength(thefts);
    expect(await db().$count(message, eq(message.kind, 'record_linked'))).toBe(thefts);
  }, 120_000);
});
