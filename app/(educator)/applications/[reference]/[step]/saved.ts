import type { AnsweredStep } from '@/lib/applications/answers-model';
import { stepAfter } from '@/lib/applications/rules';
import { ok, type Result } from '@/lib/shared/result';

export const stepMessages = {
  not_found: 'We cannot find this application.',
  already_submitted: 'This application is submitted already, perhaps in another tab. See “Check Status/Pay Now”.',
  endorsement_not_offered: 'Choose an endorsement.',
  endorsement_already_held: 'This endorsement is on your certificate already. Choose another.',
  endorsement_never_added: 'This endorsement is never added to another certificate. Below is who says so; apply for a first certificate instead.',
  endorsement_other_family: 'This endorsement is issued on a certificate of its own. Apply for a first certificate instead.',
} as const;

/** Where to go on after a step was saved. */
export function saved<E>(result: Result<{ kind: string }, E>, reference: string, step: AnsweredStep): Result<string, E> {
  return result.ok ? ok(`/applications/${reference}/${stepAfter(result.value.kind, step)}`) : result;
}
