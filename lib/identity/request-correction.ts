import { transact } from '@/db/transact';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, type Result } from '@/lib/shared/result';
import type { CorrectionInput } from './request-model';
import { lockMyRecord, openRequest, type Opened, type RequestRefusal } from './request-steps';

/**
 * "My name or date of birth on record is wrong." Staff correct it with a document that shows what is right; of a birth date
 * only that it is wrong is said here, and the right one is read from the document.
 */
export async function requestCorrection(
  ctx: Ctx<Educator>,
  { wrong, right, message }: CorrectionInput,
): Promise<Result<Opened, RequestRefusal | 'no_record' | 'link_not_full'>> {
  return transact(ctx.actor, async (tx) => {
    const record = await lockMyRecord(tx, ctx);
    if (!record) return err('no_record');
    if (record.strength !== 'full') return err('link_not_full');
    const kind = wrong === 'birth_date' ? 'birth_date_correction' : 'name_correction';
    return openRequest(tx, ctx, { kind, details: { wrong, right, message } }, record);
  });
}
