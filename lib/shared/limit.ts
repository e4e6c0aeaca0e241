/** At most so many goes in so many seconds. Counted in PostgreSQL (db/limits), so that every process counts together. */
export type Limit = { readonly scope: string; readonly most: number; readonly seconds: number };
