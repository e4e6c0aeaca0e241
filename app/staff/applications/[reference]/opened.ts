import { ok, type Result } from '@/lib/shared/result';
import type { OpenedFor } from '@/lib/staff/model';

export const notAllowed = 'Your role may not do this. Ask your administrator if you need it for your work.';
export const notFound = 'We cannot find this application.';

type Input = { readonly reference: string; readonly openedFor?: OpenedFor; readonly outcome?: string };

/** Back to the page of the application, under the reason for which it was opened. */
export function opened<T, E>(answer: Result<T, E>, { reference, openedFor, outcome = '' }: Input) {
  return answer.ok ? ok({ page: `/staff/applications/${reference}?for=${openedFor ?? 'queue'}`, outcome }) : answer;
}
