import { sql } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { acknowledgementText } from '@/db/schema/accounts';

/** Our own wording: no official one was found (domain.md §2.1). A changed text is a new version, never an edit. */
const texts = [
  {
    version: 1,
    heading: 'Before you continue',
    body: [
      'Here you can apply for, renew or update Connecticut educator certificates, pay certification fees, and follow your applications.',
      'Everything you enter must be true and complete. A false statement can lead to denial or revocation of a certificate.',
      'The Bureau checks criminal history and the child abuse and neglect registry before it issues or renews a certificate.',
      'The $50 application review fee, where one is charged, is not refunded. Renewing a Professional Educator Certificate is free.',
      'Your record is personal to you. Do not share your username or password with anyone, including your school district.',
    ],
    shownFrom: new Date('2026-01-01T05:00:00Z'),
  },
];

export async function loadAcknowledgementTexts(db: PgDatabase<PostgresJsQueryResultHKT>): Promise<void> {
  await db
    .insert(acknowledgementText)
    .values(texts)
    .onConflictDoUpdate({ target: acknowledgementText.version, set: { heading: sql`excluded.heading`, body: sql`excluded.body` } });
}
