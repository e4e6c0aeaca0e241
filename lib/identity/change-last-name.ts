import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { countWithin } from '@/db/limits';
import { account } from '@/db/schema/accounts';
import { matchKey, person, previousName } from '@/db/schema/identity';
import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { keepChanges } from './change-steps';
import type { LastNameInput } from './contact-model';
import { matchKeys } from './person-keys';
import { findMyRecord } from './queries';
import { isBornOn } from './store';

export type ChangeLastNameError = 'not_found' | 'link_not_full' | 'same_name' | 'birth_date_differs' | 'too_many_attempts';

const limit = { scope: 'last_name.account', most: 5, seconds: 24 * 60 * 60 };

/**
 * Educators may change their last name online, not their first name or birth date (domain.md §2.3). The old name stays on
 * the record and goes on finding it.
 */
export async function changeLastName(ctx: Ctx<Educator>, input: LastNameInput): Promise<Result<void, ChangeLastNameError>> {
  const { accountId } = ctx.actor;
  if (!(await isWithinLimit(ctx))) return err('too_many_attempts');
  return transact(ctx.actor, async (tx) => {
    const record = await findMyRecord(tx);
    if (!record) return err('not_found');
    if (record.strength !== 'full') return err('link_not_full');
    const { personId } = record;
    const before = await lockName(tx, personId);
    if (before.lastName === input.lastName) return err('same_name');
    if (!(await isBornOn(tx, personId, input.birthDate))) return err('birth_date_differs');
    await tx.update(person).set({ lastName: input.lastName }).where(eq(person.id, personId));
    const previousNameId = randomUUID();
    await tx.insert(previousName).values({ id: previousNameId, personId, lastName: before.lastName });
    const change = { field: 'lastName', before: before.lastName, after: input.lastName, previousNameId } as const;
    await keepChanges(tx, accountId, [change], ctx.now);
    const keys = matchKeys({ birthDate: input.birthDate, firstName: before.firstName, lastNames: [input.lastName] });
    await tx.insert(matchKey).values(keys.map((one) => ({ ...one, personId }))).onConflictDoNothing();
    await tx.update(account).set({ lastName: input.lastName }).where(eq(account.id, accountId));
    const subject = { kind: 'person', id: personId } as const;
    await recordAudit(tx, ctx, { type: 'profile_changed', subject, details: { fields: ['lastName'] } });
    return ok();
  });
}

// Counted on its own, so that a wrong birth date stays counted: nobody finds one out by trying.
async function isWithinLimit(ctx: Ctx<Educator>): Promise<boolean> {
  const counted = await transact(ctx.actor, async (tx) => ok(await countWithin(tx, limit, ctx.actor.accountId, ctx.now)));
  return counted.ok && counted.value;
}

async function lockName(tx: Tx, personId: string): Promise<{ firstName: string; lastName: string }> {
  const [row] = await tx
    .select({ firstName: person.firstName, lastName: person.lastName })
    .from(person)
    .where(eq(person.id, personId))
    .for('update');
  return must(row, 'the person of a full link');
}
