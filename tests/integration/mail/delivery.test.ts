import { eq, sql } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { job, message } from '@/db/schema/mail';
import { transact } from '@/db/transact';
import { drain, mostAttempts, type Drained } from '@/lib/mail/drain';
import { stageMessage } from '@/lib/mail/steps';
import { anyone } from '@/lib/shared/context';
import { err, must, ok } from '@/lib/shared/result';
import { jobRunners } from '@/scripts/worker/jobs';
import { newAddress } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { now, signedInEducator } from '@/tests/support/people';
import { usePostOffice } from '@/tests/support/post-office';

const { db } = useDatabase();
const office = usePostOffice();

const seconds = (count: number) => new Date(now.getTime() + count * 1000);
const workAt = (at: Date): Promise<Drained> => drain(jobRunners, () => at, 50);
const stage = (address: string, dedupeKey = `no_account:${address}`) =>
  transact(anyone, async (tx) => {
    await stageMessage(tx, { kind: 'no_account', dedupeKey, to: { address } }, now);
    return ok();
  });
const messagesTo = (address: string) => db().select().from(message).where(eq(message.address, address));
const messageTo = async (address: string) => must((await messagesTo(address))[0], 'the message');
const jobFor = async (address: string) => {
  const [row] = await db().select().from(job).where(eq(job.dedupeKey, `deliver_message:${(await messageTo(address)).id}`));
  return must(row, 'the job');
};
const lettersTo = (address: string) => office.received.filter((letter) => letter.to === address);

// Each test finds the queue as it was: what another one left waiting is not its business.
afterEach(() => db().update(job).set({ doneAt: now }).where(sql`${job.doneAt} is null`));

describe('a message', () => {
  it('is queued in the transaction that is its reason, sent by the worker, and accepted', async () => {
    const address = newAddress();
    await stage(address);
    expect(await messageTo(address)).toMatchObject({ state: 'queued', acceptedAt: null });
    expect(lettersTo(address)).toEqual([]);
    expect(await workAt(seconds(1))).toEqual({ done: 1, failed: [] });
    const { id } = await messageTo(address);
    expect(await messageTo(address)).toMatchObject({ state: 'accepted', acceptedAt: seconds(1), failure: null });
    expect(await jobFor(address)).toMatchObject({ doneAt: seconds(1), attempts: 1 });
    expect(lettersTo(address)).toEqual([{ to: address, messageId: `<${id}@localhost>` }]);
    expect(await workAt(seconds(9999))).toEqual({ done: 0, failed: [] });
  });

  it('was never promised when its transaction is refused', async () => {
    const address = newAddress();
    await transact(anyone, async (tx) => {
      await stageMessage(tx, { kind: 'no_account', dedupeKey: address, to: { address } }, now);
      return err('refused');
    });
    expect(await messagesTo(address)).toEqual([]);
    expect(await workAt(seconds(1))).toEqual({ done: 0, failed: [] });
  });

  it('is sent once when it is promised ten times under one key, all at once', async () => {
    const address = newAddress();
    await Promise.all(Array.from({ length: 10 }, () => stage(address)));
    expect(await messagesTo(address)).toHaveLength(1);
    await workAt(seconds(1));
    await stage(address);
    await workAt(seconds(2));
    expect(lettersTo(address)).toHaveLength(1);
  });

  it('is sent twice under two keys', async () => {
    const address = newAddress();
    await stage(address, `${address} today`);
    await stage(address, `${address} tomorrow`);
    await workAt(seconds(1));
    expect(lettersTo(address)).toHaveLength(2);
  });

  it('has failed at once where the mail server refuses the address for good, and is not tried again', async () => {
    const address = `gone.${newAddress()}`;
    await stage(address);
    expect(await workAt(seconds(1))).toEqual({ done: 1, failed: [] });
    expect(await messageTo(address)).toMatchObject({ state: 'failed', failedAt: seconds(1), failure: 'smtp_550' });
    expect(await workAt(seconds(9999))).toEqual({ done: 0, failed: [] });
  });

  it('has failed where nobody is left to write to', async () => {
    const { actor } = await signedInEducator();
    const dedupeKey = `account_username:${actor.accountId}`;
    await transact(anyone, async (tx) => {
      await stageMessage(tx, { kind: 'account_username', dedupeKey, to: { accountId: actor.accountId } }, now);
      return ok();
    });
    await db().update(account).set({ closedAt: now }).where(eq(account.id, actor.accountId));
    await workAt(seconds(1));
    const [row] = await db().select().from(message).where(eq(message.dedupeKey, dedupeKey));
    expect(row).toMatchObject({ state: 'failed', failure: 'nobody_to_write_to' });
  });
});

describe('mail that cannot be sent now', () => {
  it('waits while the mail server is away, and leaves when it is back', async () => {
    const address = newAddress();
    await stage(address);
    await office.close();
    const away = await workAt(seconds(1));
    await office.open();
    expect(away).toEqual({ done: 0, failed: [{ kind: 'deliver_message', failure: 'smtp_unreachable', dead: false }] });
    expect(await messageTo(address)).toMatchObject({ state: 'queued', failure: null });
    expect(await workAt(seconds(2))).toEqual({ done: 0, failed: [] });
    expect(await workAt(seconds(3))).toEqual({ done: 1, failed: [] });
    expect(await messageTo(address)).toMatchObject({ state: 'accepted' });
    expect(lettersTo(address)).toHaveLength(1);
  });

  it('is tried ten times at longer and longer intervals, then given up, and says failed', async () => {
    const address = `full.${newAddress()}`;
    await stage(address);
    let at = seconds(0);
    const waits: number[] = [];
    for (let attempt = 1; attempt < mostAttempts; attempt += 1) {
      expect((await workAt(at)).failed).toEqual([{ kind: 'deliver_message', failure: 'smtp_452', dead: false }]);
      const { availableAt, deadAt } = await jobFor(address);
      expect(deadAt).toBeNull();
      expect(await messageTo(address)).toMatchObject({ state: 'queued' });
      expect(await workAt(new Date(availableAt.getTime() - 1))).toEqual({ done: 0, failed: [] });
      waits.push((availableAt.getTime() - at.getTime()) / 1000);
      at = availableAt;
    }
    expect(waits).toEqual([2, 10, 60, 300, 900, 3600, 3600, 3600, 7200]);
    expect((await workAt(at)).failed).toEqual([{ kind: 'deliver_message', failure: 'smtp_452', dead: true }]);
    expect(await messageTo(address)).toMatchObject({ state: 'failed', failedAt: at, failure: 'smtp_452' });
    expect(await jobFor(address)).toMatchObject({ deadAt: at, doneAt: null, lastFailure: 'smtp_452', attempts: 10 });
    expect(await workAt(new Date(at.getTime() + 99_999_999))).toEqual({ done: 0, failed: [] });
  });

  it('does not hold up other mail', async () => {
    const [stuck, free] = [`full.${newAddress()}`, newAddress()];
    await stage(stuck);
    await stage(free);
    const { done, failed } = await workAt(seconds(1));
    expect([done, failed.length]).toEqual([1, 1]);
    expect(await messageTo(free)).toMatchObject({ state: 'accepted' });
  });
});

describe('a worker that dies after the mail server took the letter', () => {
  it('leaves a late second copy under the same Message-ID, and never a loss', async () => {
    const address = newAddress();
    await stage(address);
    const { id } = await messageTo(address);
    office.whenTaken = async () => {
      await db().execute(sql`alter table message rename to message_away`);
    };
    const [failure] = (await workAt(seconds(1))).failed;
    office.whenTaken = async () => {};
    await db().execute(sql`alter table message_away rename to message`);
    expect(failure).toMatchObject({ failure: 'database_42P01', dead: false });
    expect(await messageTo(address)).toMatchObject({ state: 'queued' });
    expect(await workAt(seconds(3))).toEqual({ done: 1, failed: [] });
    expect(await messageTo(address)).toMatchObject({ state: 'accepted' });
    const copy = { to: address, messageId: `<${id}@localhost>` };
    expect(lettersTo(address)).toEqual([copy, copy]);
  });

  it('also when only the job was not marked: the accepted message is not sent again', async () => {
    const address = newAddress();
    await stage(address);
    await workAt(seconds(1));
    await db().update(job).set({ doneAt: null }).where(eq(job.id, (await jobFor(address)).id));
    expect(await workAt(seconds(200))).toEqual({ done: 1, failed: [] });
    expect(lettersTo(address)).toHaveLength(1);
  });
});
