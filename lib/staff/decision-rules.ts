import { assertNever } from '@/lib/shared/result';

export type DecisionKind =
  | 'link'
  | 'new'
  | 'answer'
  | 'reject'
  | 'confirm'
  | 'merge'
  | 'relink'
  | 'correct_name'
  | 'correct_ssn'
  | 'correct_birth_date'
  | 'move_account';

/** What one person may decide alone, two have to agree on (security.md §3.8); taking it back is for who may approve. */
export function needsTwo(kind: DecisionKind): boolean {
  switch (kind) {
    case 'link':
    case 'new':
    case 'answer':
    case 'reject':
    case 'confirm':
    case 'correct_name':
      return false;
    case 'merge':
    case 'relink':
    case 'correct_ssn':
    case 'correct_birth_date':
    case 'move_account':
      return true;
    default:
      return assertNever(kind);
  }
}

type About = { readonly kind: string; readonly accountId: string | null };

/**
 * Whether a decision about a record answers the case it was taken for. Somebody whose two records became one still waits to
 * be linked to it.
 */
export function answersCase(decision: DecisionKind, about: About): boolean {
  switch (decision) {
    case 'merge':
      return about.accountId === null;
    case 'correct_name':
      return about.kind === 'name_correction';
    case 'correct_birth_date':
      return about.kind === 'birth_date_correction';
    case 'move_account':
      return about.kind === 'lost_email';
    case 'correct_ssn':
      return false;
    default:
      return true;
  }
}
