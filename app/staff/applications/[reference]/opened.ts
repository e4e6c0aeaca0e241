import { ok, type Result } from '@/lib/shared/result';
import type { OpenedFor } from '@/lib/staff/model';

type Input = { readonly reference: string; readonly openedFor?: OpenedFor; readonly outcome?: string };

/** Back to the page of the application, under the reason for which it was opened. */
export function opened<T, E>(answer: Result<T, E>, { reference, openedFor, outcome = '' }: Input) {
  return answer.ok ? ok({ page: `/staff/applications/${reference}?for=${openedFor ?? 'queue'}`, outcome }) : answer;
}
