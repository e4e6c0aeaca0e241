import { countWithin } from '@/db/limits';
import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx } from '@/lib/shared/context';
import { emailKey } from '@/lib/shared/email-address';
import { ok, type Result } from '@/lib/shared/result';
import type { CreateAccountInput } from './model';
import { limits } from './rules';
import { recordSignUp, stageCredentials } from './steps';
import { findAccountByEmail, insertAccount, saveAccount, type AccountRow } from './store';

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
  if (mayWrite) await write(tx, owner, typed, started.id, ctx.now);
  return { token: started.token, accountId: owner.id, isNew: created !== undefined };
}

// An account that nobody has signed in to belongs to whoever reads the mailbox: the last names typed for it count.
async function write(tx: Tx, owner: AccountRow, typed: Typed, signUpId: string, now: Date): Promise<void> {
  if (owner.passwordSetAt) {
    const message = { kind: 'account_already_exists', dedupeKey: `account_already_exists:${signUpId}`, signUpId };
    await stageMessage(tx, { ...message, to: { accountId: owner.id } }, now);
    return;
  }
  await saveAccount(tx, owner.id, { firstName: typed.firstName, lastName: typed.lastName });
  await stageCredentials(tx, owner, signUpId, signUpId, now);
}
