import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { personContact } from '@/db/schema/identity';
import { register } from '@/lib/identity/register';
import type { Ctx, Educator } from '@/lib/shared/context';
import type { Day } from '@/lib/shared/days';
import { again, recordOnFile, signedInEducator, type RecordOnFile } from '@/tests/support/people';

export type Linked = RecordOnFile & { readonly ctx: Ctx<Educator> };

/** Registered, and linked to a record: fully where the account's address is the one on file, provisionally otherwise. */
export async function linkedEducator(strength: 'full' | 'provisional' = 'full', known: { birthDate?: Day } = {}): Promise<Linked> {
  const onFile = await recordOnFile(known);
  const email = `${onFile.ein}@example.test`;
  await database().update(personContact).set({ email, emailKey: email }).where(eq(personContact.personId, onFile.personId));
  const { firstName, lastName } = onFile.typed;
  const ctx = await signedInEducator({ email: strength === 'full' ? email : `other-${email}`, firstName, lastName });
  await register(ctx, onFile.typed);
  return { ...onFile, ctx: again(ctx) };
}
