import type { Instrumentation } from 'next';

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ env }, { followResponses }] = await Promise.all([import('@/lib/env'), import('@/lib/web/response-status')]);
  env();
  followResponses();
}

/** One line for each bug, by its digest: the reference number that the error page shows. The path without its query, no headers. */
export const onRequestError: Instrumentation.onRequestError = async (thrown, request, context) => {
  const { log } = await import('@/lib/shared/log');
  const path = request.path.split('?')[0];
  log.error({ err: thrown, path, method: request.method, route: context.routePath, kind: context.routeType }, 'request failed');
};
