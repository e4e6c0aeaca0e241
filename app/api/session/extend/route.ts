import { appOrigin } from '@/lib/env';
import { defineRoute } from '@/lib/web/define-route';
import { currentSignIn } from '@/lib/web/session';

/** "Stay logged in": asking who is signed in is itself what notes the activity. */
export const POST = defineRoute(async (request) => {
  if (request.headers.get('origin') !== appOrigin()) return new Response(null, { status: 403 });
  return new Response(null, { status: (await currentSignIn()) ? 204 : 401, headers: { 'cache-control': 'no-store' } });
});
