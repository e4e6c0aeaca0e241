import { howAdded, isSameWithMore } from '@/lib/certificates/addition-rules';
import type { CertificateFacts } from '@/lib/certificates/model';
import { validThrough } from '@/lib/certificates/validity';
import type { ApplicationKind, RuleSet } from '@/lib/rulebook/model';
import type { Day } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';

type Today = { readonly day: Day; readonly ruleSet: RuleSet };
type Asked = Today & { readonly kind: ApplicationKind; readonly endorsements: readonly string[] };

/** An added endorsement is issued on a certificate in the place of the one it is added to, with the same end (docs/decisions/0016). */
export function isAdding({ kind }: Pick<Asked, 'kind'>): boolean {
  return kind === 'add_endorsement';
}

/** From today, or from when the certificate begins, to the end of the certificate. */
export function asBefore(before: CertificateFacts | undefined, today: Today): Result<{ effectiveOn: Day; expiresOn: Day | null }, 'no_validity'> {
  if (!before) return err('no_validity');
  const expiresOn = validThrough(before, today);
  const effectiveOn = before.effectiveOn > today.day ? before.effectiveOn : today.day;
  return expiresOn !== null && expiresOn < effectiveOn ? err('no_validity') : ok({ effectiveOn, expiresOn });
}

/** Whether an application about a certificate is about the next one now: what was only added to, or, to add to, what was only renewed. */
export function takesItsPlace(
  { next, last }: { readonly next: CertificateFacts; readonly last: CertificateFacts },
  asked: Pick<Asked, 'kind'>,
  today: Today,
): boolean {
  return isSameWithMore(next, last, today) || (isAdding(asked) && next.typeKey === last.typeKey);
}

/**
 * What stands on the new certificate: what was applied for, and what was added meanwhile to the certificate applied from. The
 * rule of the submission day is asked once more before anything is added.
 */
export function endorsementsOn(
  before: CertificateFacts | undefined,
  asked: Asked & { readonly certificateId: string | null },
): Result<readonly string[], 'not_addable'> {
  const codes = asked.endorsements;
  if (isAdding(asked)) {
    const isOpen = before && codes.every((code) => howAdded(before, code, asked).ok);
    return isOpen ? ok([...before.endorsements, ...codes]) : err('not_addable');
  }
  const hasMoved = before !== undefined && before.id !== asked.certificateId;
  return ok(hasMoved ? [...new Set([...codes, ...before.endorsements])] : codes);
}
