import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

export const id = () => uuid().primaryKey().defaultRandom();

/** An instant. Calendar days are `date` columns and travel as ISO strings. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });
