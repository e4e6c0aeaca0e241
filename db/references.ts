import 'server-only';
import { sql } from 'drizzle-orm';
import { referenceOf, type ReferenceKind } from '@/lib/shared/references';
import type { Tx } from './transact';

/** The next unused reference. Numbers whose check character cannot be typed are passed over: about one in seven. */
export async function nextReference(tx: Tx, kind: ReferenceKind): Promise<string> {
  for (;;) {
    const [row] = await tx.execute<{ number: string }>(sql`select nextval('reference_number') as number`);
    const reference = row && referenceOf(kind, Number(row.number));
    if (reference) return reference;
  }
}
