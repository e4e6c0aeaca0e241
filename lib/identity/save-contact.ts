import { personContact } from '@/db/schema/identity';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { keepChanges } from './change-steps';
import type { ContactInput } from './contact-model';
import { findMyContact, findMyRecord } from './queries';

const fields = ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'phone'] as const;

/** Where the Bureau writes and calls. The email on file is not changed here: it is evidence of who somebody is. */
export async function saveContact(
  ctx: Ctx<Educator>,
  input: ContactInput,
): Promise<Result<void, 'not_found' | 'link_not_full'>> {
  return transact(ctx.actor, async (tx) => {
    const record = await findMyRecord(tx);
    if (!record) return err('not_found');
    if (record.strength !== 'full') return err('link_not_full');
    const before = await findMyContact(tx, record.personId);
    const after = { ...input, addressLine2: input.addressLine2 ?? null, phone: input.phone ?? null };
    const changed = fields.filter((field) => (before?.[field] ?? null) !== after[field]);
    if (changed.length === 0) return ok();
    const kept = changed.map((field) => ({ field, before: before?.[field] ?? null, after: after[field] }));
    await keepChanges(tx, ctx.actor.accountId, kept, ctx.now);
    const row = { ...after, updatedAt: ctx.now };
    await tx
      .insert(personContact)
      .values({ personId: record.personId, ...row })
      .onConflictDoUpdate({ target: personContact.personId, set: row });
    const subject = { kind: 'person', id: record.personId } as const;
    await recordAudit(tx, ctx, { type: 'profile_changed', subject, details: { fields: changed } });
    return ok();
  });
}
