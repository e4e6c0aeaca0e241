/** The outcome of something that may be refused. Refusals are values with a literal code; bugs throw. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok(): Result<void, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok<T>(value?: T): Result<T | void, never> {
  return { ok: true, value };
}

export function err<const E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** Thrown when something that must hold does not: a bug, never an answer to a person. The message names no personal data. */
export class Invariant extends Error {
  override name = 'Invariant';
}

export function assertNever(value: never): never {
  throw new Invariant(`A case was forgotten: ${typeof value === 'string' ? value : typeof value}`);
}

/** For values the database or an earlier step guarantees. Says what should have been there. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Invariant(`Missing: ${what}`);
  return value;
}
