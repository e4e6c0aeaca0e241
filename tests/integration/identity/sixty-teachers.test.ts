import { claim } from '@/db/schema/identity';
import { register } from '@/lib/identity/register';
import { later, newAddress, outcome, settledEducator } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { useMailbox } from '@/tests/support/mail';
import { again, recordOnFile } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();

/** A school's teachers, in its computer room: what counts goes is the account, the mailbox and the SSN, never the address alone. */
test('sixty teachers create an account and register within one hour, from one address', async () => {
  for (let minute = 0; minute < 60; minute += 1) {
    const email = newAddress();
    const onFile = await recordOnFile({ email });
    const { ctx } = await settledEducator(letters, email, later(minute));
    expect(outcome(await register({ ...again(ctx), now: later(minute) }, onFile.typed))).toBe('ok');
  }
  expect((await db().select().from(claim)).map(({ strength }) => strength)).toEqual(Array.from({ length: 60 }, () => 'full'));
}, 120_000);
