import { read } from '@/db/transact';
import type { Ctx, Educator } from '@/lib/shared/context';
import { findRecovery } from './recovery-store';

export type SecondAddress = { readonly email: string; readonly isConfirmed: boolean };

/** The second address of whoever asks, if they gave one. */
export async function mySecondAddress(ctx: Ctx<Educator>): Promise<SecondAddress | undefined> {
  const row = await read(ctx.actor, (tx) => findRecovery(tx, ctx.actor.accountId));
  return row && { email: row.email, isConfirmed: row.confirmedAt !== null };
}
