import type { Instrumentation } from 'next';

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ env }, { prepareRequests }] = await Promise.all([import('@/lib/env'), import('@/lib/web/prepare-requests')]);
  env();
  prepareRequests();
}

/** One line for each bug, by the request's id, whose beginning the failed page shows. The path without its query, no other headers. */
export const onRequestError: Instrumentation.onRequestError = async (thrown, request, context) => {
  const [{ log }, { requestIdHeader }] = await Promise.all([import('@/lib/shared/log'), import('@/lib/web/request')]);
  const path = request.path.split('?')[0];
  const requestId = request.headers[requestIdHeader];
  log.error({ err: thrown, requestId, path, method: request.method, route: context.routePath, kind: context.routeType }, 'request failed');
};
