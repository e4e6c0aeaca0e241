/**
 * What the database refused, without the values: drizzle puts every parameter into its message and PostgreSQL puts the
 * offending row into `detail`; both hold personal data and must never reach a log.
 */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;

  constructor(facts: { code?: string; constraint?: string; table?: string; statement?: string }) {
    super(
      ['Database refused', facts.code, facts.constraint, facts.table, facts.statement?.slice(0, 300)]
        .filter(Boolean)
        .join(' · '),
    );
    this.code = facts.code;
    this.constraint = facts.constraint;
    this.table = facts.table;
  }
}

/** Turns what drizzle and postgres.js throw into a DatabaseError; anything else passes unchanged. */
export function withoutParameters(thrown: unknown): unknown {
  if (isQueryError(thrown)) return new DatabaseError({ ...driverFacts(thrown.cause), statement: thrown.query });
  if (isDriverError(thrown)) return new DatabaseError(driverFacts(thrown));
  return thrown;
}

/** True where a unique index refused the row: the named way to lose a race politely. */
export function isUniqueViolation(thrown: unknown, constraint: string): boolean {
  const error = withoutParameters(thrown);
  return error instanceof DatabaseError && error.code === '23505' && error.constraint === constraint;
}

// By shape, not class: a bundle may hold two copies of drizzle, and an error of the other one must not slip through.
function isQueryError(thrown: unknown): thrown is Error & { query: string } {
  return thrown instanceof Error && 'query' in thrown && typeof thrown.query === 'string' && 'params' in thrown;
}

function isDriverError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'PostgresError';
}

function driverFacts(cause: unknown): { code?: string; constraint?: string; table?: string } {
  if (typeof cause !== 'object' || cause === null) return {};
  const facts = cause as Record<string, unknown>;
  return {
    ...(typeof facts.code === 'string' && { code: facts.code }),
    ...(typeof facts.constraint_name === 'string' && { constraint: facts.constraint_name }),
    ...(typeof facts.table_name === 'string' && { table: facts.table_name }),
  };
}
