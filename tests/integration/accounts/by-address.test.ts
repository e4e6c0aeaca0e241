import { countByAddress } from '@/lib/accounts/count-by-address';
import { addressLimits } from '@/lib/accounts/rules';
import { register } from '@/lib/identity/register';
import { anyone, type Ctx } from '@/lib/shared/context';
import type { Limit } from '@/lib/shared/limit';
import { asAnyone, outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { again, now, recordOnFile, signedInEducator, typedAs } from '@/tests/support/people';

useDatabase();

const from = (address: string | undefined, at = now): Ctx => ({ ...asAnyone(at), actor: anyone, address });
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

async function isOrdinary(ctx: Ctx, limit: Limit): Promise<boolean> {
  const counted = await countByAddress(ctx, limit);
  return counted.ok && counted.value.isOrdinary;
}

async function ordinaryOf(ctx: Ctx, limit: Limit, goes: number): Promise<number> {
  const each = await Promise.all(Array.from({ length: goes }, () => isOrdinary(ctx, limit)));
  return each.filter(Boolean).length;
}

describe.each(Object.entries(addressLimits))('%s by network address', (_name, limit) => {
  const { most, seconds } = limit;

  it(`lets ${most} pass in ${seconds} seconds, slows the next, and begins anew when they are over`, async () => {
    for (let go = 0; go < most; go += 1) expect(await isOrdinary(from('192.0.2.1', after(go % seconds)), limit)).toBe(true);
    expect(await isOrdinary(from('192.0.2.1', after(seconds - 0.001)), limit)).toBe(false);
    expect(await isOrdinary(from('192.0.2.2', after(seconds - 0.001)), limit)).toBe(true);
    expect(await isOrdinary(from('192.0.2.1', after(seconds)), limit)).toBe(true);
  });

  it(`lets exactly ${most} of twice as many pass that come at once`, async () => {
    expect(await ordinaryOf(from('192.0.2.3'), limit, most * 2)).toBe(most);
  });

  it('counts nobody where no proxy names addresses', async () => {
    expect(await ordinaryOf(from(undefined), limit, most + 5)).toBe(most + 5);
  });
});

describe('a claim at Register', () => {
  const limit = addressLimits.register;
  const school = '198.51.100.7';

  /** As the page does it: counted, then answered. */
  async function claims(typed: ReturnType<typeof typedAs>, address: string): Promise<{ ordinary: boolean; answer: unknown }> {
    const ctx = { ...again(await signedInEducator()), address };
    const ordinary = await isOrdinary(ctx, limit);
    return { ordinary, answer: outcome(await register(ctx, typed)) };
  }

  it('is not counted when it finds its record, however many do at once', async () => {
    const records = await Promise.all(Array.from({ length: limit.most }, () => recordOnFile()));
    for (let round = 0; round < 2; round += 1) {
      const some = records.slice(round * 5, round * 5 + 5);
      const all = await Promise.all(some.map(({ typed }) => claims(typed, school)));
      expect(all).toEqual(some.map(() => ({ ordinary: true, answer: 'ok' })));
    }
    expect(await ordinaryOf(from(school), limit, limit.most * 2)).toBe(limit.most);
  });

  it('is counted when it finds none, and the answer is the same, only later', async () => {
    const guesser = '198.51.100.8';
    for (let go = 0; go < limit.most; go += 1) expect(await claims(typedAs(), guesser)).toEqual({ ordinary: true, answer: 'ok' });
    expect(await claims(typedAs(), guesser)).toEqual({ ordinary: false, answer: 'ok' });
    const onFile = await recordOnFile();
    expect(await claims(onFile.typed, guesser)).toEqual({ ordinary: false, answer: 'ok' });
  });
});
