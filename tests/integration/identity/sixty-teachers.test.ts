import { claim } from '@/db/schema/identity';
import { countByAddress } from '@/lib/accounts/count-by-address';
import { addressLimits } from '@/lib/accounts/rules';
import { register } from '@/lib/identity/register';
import { ok } from '@/lib/shared/result';
import { later, newAddress, outcome, settledEducator } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { useMailbox } from '@/tests/support/mail';
import { again, recordOnFile } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();
const { signUp, signIn } = addressLimits;

/** A school's teachers, in its computer room: what counts goes is the account, the mailbox and the SSN. None of them waits for the sake of the address either. */
test('sixty teachers create an account and register within one hour, from one address', async () => {
  for (let minute = 0; minute < 60; minute += 1) {
    const email = newAddress();
    const onFile = await recordOnFile({ email });
    const { ctx } = await settledEducator(letters, email, later(minute));
    const theirs = { ...again(ctx, later(minute)), address: '192.0.2.60' };
    for (const limit of [signUp, signIn, addressLimits.register]) expect(await countByAddress(theirs, limit)).toEqual(ok({ isOrdinary: true }));
    expect(outcome(await register(theirs, onFile.typed))).toBe('ok');
  }
  expect((await db().select().from(claim)).map(({ strength }) => strength)).toEqual(Array.from({ length: 60 }, () => 'full'));
}, 120_000);
