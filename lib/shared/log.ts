import 'server-only';
import { pino } from 'pino';

/** Structured lines on stdout. Pass ids, codes and references; a person's data has no place in any of them. */
export const log = pino({
  level: 'info',
  base: null,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { err: (thrown: unknown) => describe(thrown) },
  hooks: {
    // Given an error and no text, pino would make the error's message the text.
    logMethod(given, method) {
      const [first, text, ...rest] = given;
      const facts: unknown = first instanceof Error ? { err: first } : first;
      if (typeof facts !== 'object' || facts === null || !('err' in facts)) return method.apply(this, given);
      return method.call(this, facts, text ?? 'failed', ...rest);
    },
  },
});

/** An error as it may be logged: its kind and where it came from. Messages of foreign errors can quote their input. */
function describe(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { kind: typeof thrown };
  const ours = ['Invariant', 'DatabaseError'].includes(thrown.name);
  return {
    kind: thrown.name,
    ...(ours && { message: thrown.message }),
    ...('digest' in thrown && { digest: String(thrown.digest) }),
    at: thrown.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8),
  };
}
