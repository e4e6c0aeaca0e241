import { z } from 'zod';

const health = z.object({ status: z.literal('ok') });

export async function answersAt(url: string): Promise<boolean> {
  return (await askQuickly(url))?.ok ?? false;
}

export async function isHealthy(origin: string): Promise<boolean> {
  const response = await askQuickly(`${origin}/api/health`);
  if (!response?.ok) return false;
  return health.safeParse(await response.json().catch(() => undefined)).success;
}

async function askQuickly(url: string): Promise<Response | undefined> {
  return fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' }).catch(() => undefined);
}
