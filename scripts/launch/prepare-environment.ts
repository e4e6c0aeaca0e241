import { startPostgres } from '@/dev/postgres/start';
import { findRunning } from './lock';
import { databaseFolder, resolveSettings, type Settings } from './settings';

export type Prepared = { readonly settings: Settings; release(): Promise<void> };

/**
 * For scripts that work on the same database with the same keys, beside a running system or without one. Completes
 * process.env, starting the embedded database if need be; `release` stops it again if it was started here and no system was started meanwhile.
 */
export async function prepareEnvironment(): Promise<Prepared> {
  const settings = await resolveSettings(process.env);
  Object.assign(process.env, settings.env);
  if (!settings.parts.includes('database')) return { settings, release: async () => {} };
  const server = await startPostgres({ folder: databaseFolder(settings.home) });
  process.env.DATABASE_URL = server.url;
  return {
    settings,
    async release() {
      if (!server.reused && !(await findRunning(settings.home))) await server.stop();
    },
  };
}
