import { checkHealth } from '@/lib/web/check-health';
import { defineRoute } from '@/lib/web/define-route';

export const dynamic = 'force-dynamic';

export const GET = defineRoute(async () => {
  const health = await checkHealth();
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
});
