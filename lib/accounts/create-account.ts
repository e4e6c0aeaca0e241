import { countWithin } from '@/db/limits';
import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx } from '@/lib/shared/context';
import { emailKey } from '@/lib/shared/email-address';
import { ok, type Result } from '@/lib/shared/result';
import type { CreateAccountInput } from './model';
import { limits } from './rules';
import { recordSignUp, stageAlreadyExists, stageCredentials, type NewOwner } from './steps';
import { findAccountByEmail, insertAccount, saveAccount } from './store';

export type SignUpStarted = { readonly token: string };

/**
 * Opens an account and promises its two emails. Whoever asks learns nothing about the address: a taken one is answered
 * the same, and its owner gets a message of another kind. Beyond the limit nothing more is sent, and the answer is still the same.
 */
export async function createAccount(ctx: Ctx, input: CreateAccountInput): Promise<Result<SignUpStarted, never>> {
  return transact(ctx.actor, async (tx) => {
    const isWithin = await countWithin(tx, limits.signUpEmail, emailKey(input.email), ctx.now);
    const typed = { firstName: input.firstName, lastName: input.lastName, email: input.email };
    const started = await startSignUp(tx, ctx, typed, isWithin);
    await recordAudit(tx, ctx, {
      type: started.isNew ? 'account_created' : 'sign_up_repeated',
      subject: { kind: 'account', id: started.accountId },
      details: { withinLimit: isWithin },
    });
    return ok({ token: started.token });
  });
}

type Typed = { firstName: string; lastName: string; email: string };

async function startSignUp(tx: Tx, ctx: Ctx, typed: Typed, mayWrite: boolean) {
  const created = await insertAccount(tx, { kind: 'educator', ...typed }, ctx.now);
  const owner = created ?? (await findAccountByEmail(tx, typed.email));
  if (!owner) throw new Error('An address is taken by nobody');
  const started = await recordSignUp(tx, typed, owner.id, ctx.now);
  const to = { accountId: owner.id, signUpId: started.id, occasion: started.id };
  if (mayWrite && owner.passwordSetAt) await stageAlreadyExists(tx, to, ctx.now);
  if (mayWrite && !owner.passwordSetAt) await writeToNewOwner(tx, typed, to, ctx.now);
  return { token: started.token, accountId: owner.id, isNew: created !== undefined };
}

// An account that nobody has signed in to belongs to whoever reads the mailbox: the last names typed for it count.
async function writeToNewOwner(tx: Tx, typed: Typed, to: NewOwner, now: Date): Promise<void> {
  await saveAccount(tx, to.accountId, { firstName: typed.firstName, lastName: typed.lastName });
  await stageCredentials(tx, to, now);
}
