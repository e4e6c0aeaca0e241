import { sql } from 'drizzle-orm';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { connect } from './client';
import { withoutParameters } from './errors';
import { loadAcknowledgementTexts } from './seed/acknowledgement-texts';
import { loadReferenceData } from './seed/load';

const lockNumber = 7_314_001;

/**
 * Brings a database to the schema and reference data of this version. drizzle's migrator takes no lock of its own; ours is
 * held on the single connection, so that several processes starting together go one after the other.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const { db, end } = connect(url, 1);
  try {
    await db.execute(sql`select pg_advisory_lock(${lockNumber})`);
    await migrate(db, { migrationsFolder: 'db/migrations' });
    await loadReferenceData(db);
    await loadAcknowledgementTexts(db);
  } catch (thrown) {
    throw withoutParameters(thrown);
  } finally {
    await end();
  }
}
