import type { FormState } from '@/lib/web/form-state';

export type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * In the browser, a post that never reached us becomes a message above the form instead of an error page in its place:
 * what was typed stays. The server needs the action itself, which knows how to post without scripts.
 */
export function keepAnswers(action: Action): Action {
  if (typeof window === 'undefined') return action;
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (thrown) {
      // What fetch throws when there is no connection; everything else is a redirect or a bug.
      if (thrown instanceof TypeError) return { status: 'refused', message: noConnection, values: {} };
      throw thrown;
    }
  };
}

const noConnection = 'We could not be reached. Your answers are still here: check your connection, then send them again.';
