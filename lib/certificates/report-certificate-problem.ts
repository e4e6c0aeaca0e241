import { transact } from '@/db/transact';
import { missingCertificate, type CertificateProblemInput } from '@/lib/identity/request-model';
import { lockMyRecord, openRequest, type Opened, type RequestRefusal } from '@/lib/identity/request-steps';
import { normaliseCode } from '@/lib/shared/check-characters';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, type Result } from '@/lib/shared/result';
import { certificatesOfPerson } from './steps';

/** "A certificate is missing or wrong": open to everybody signed in, also before a record was found for them. */
export async function reportCertificateProblem(
  ctx: Ctx<Educator>,
  { certificate, about, message }: CertificateProblemInput,
): Promise<Result<Opened, RequestRefusal | 'not_yours'>> {
  return transact(ctx.actor, async (tx) => {
    const record = await lockMyRecord(tx, ctx);
    if (certificate !== missingCertificate) {
      const mine = record ? await certificatesOfPerson(tx, record.personId) : [];
      if (!mine.some(({ number }) => number === normaliseCode(certificate))) return err('not_yours');
    }
    return openRequest(tx, ctx, { kind: 'certificate_problem', details: { certificate, about, message } }, record);
  });
}
