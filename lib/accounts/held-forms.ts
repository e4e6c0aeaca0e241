import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { heldForm, session } from '@/db/schema/accounts';
import { transact } from '@/db/transact';
import { anyone, type Ctx, type Educator, type Staff } from '@/lib/shared/context';
import { hashToken, newToken } from '@/lib/shared/keyed-hash';
import { ok } from '@/lib/shared/result';
import { minutesLater } from './rules';

export type HeldValues = Record<string, string | string[]>;

const heldForMinutes = 60;

/**
 * Keeps what a form carried when its sign-in had ended. It comes back in the same browser (the token), and where the ended
 * sign-in is known, only to the same account: a shared computer must not hand one person's answers to the next.
 */
export async function holdForm(
  now: Date,
  form: { readonly path: string; readonly values: HeldValues; readonly endedSessionToken: string | undefined },
): Promise<{ readonly token: string }> {
  const { token, hash } = newToken();
  await transact(anyone, async (tx) => {
    const [ended] = form.endedSessionToken
      ? await tx
          .select({ accountId: session.accountId })
          .from(session)
          .where(eq(session.tokenHash, hashToken(form.endedSessionToken)))
      : [];
    const accountId = ended?.accountId ?? null;
    await tx.insert(heldForm).values({ tokenHash: hash, accountId, path: form.path, values: form.values, heldAt: now });
    return ok();
  });
  return { token };
}

/** Where to go on after signing in again, without using the form up. */
export async function heldFormPath(ctx: Ctx<Educator | Staff>, token: string): Promise<string | undefined> {
  const result = await transact(ctx.actor, async (tx) => {
    const [row] = await tx.select({ path: heldForm.path }).from(heldForm).where(mine(ctx, token));
    return ok(row?.path);
  });
  return result.ok ? result.value : undefined;
}

/** The answers for the form on `path`. Not used up: the page may be looked at again before it is sent. */
export async function takeHeldForm(
  ctx: Ctx<Educator | Staff>,
  token: string,
  path: string,
): Promise<HeldValues | undefined> {
  const result = await transact(ctx.actor, async (tx) => {
    const [row] = await tx
      .select({ values: heldForm.values })
      .from(heldForm)
      .where(and(mine(ctx, token), eq(heldForm.path, path)));
    return ok(row?.values);
  });
  return result.ok ? result.value : undefined;
}

function mine(ctx: Ctx<Educator | Staff>, token: string) {
  return and(
    eq(heldForm.tokenHash, hashToken(token)),
    or(isNull(heldForm.accountId), eq(heldForm.accountId, ctx.actor.accountId)),
    gt(heldForm.heldAt, minutesLater(ctx.now, -heldForMinutes)),
  );
}
