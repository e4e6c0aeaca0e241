import { receiveEvent } from '@/lib/payments/receive-event';
import { defineRoute } from '@/lib/web/define-route';

/** Signature, inbox, 200: the work is the worker's. */
export const POST = defineRoute(async (request, ctx) => {
  const signature = request.headers.get('stripe-signature') ?? '';
  const received = await receiveEvent(ctx, { body: await request.text(), signature });
  return new Response(null, { status: received.ok ? 200 : 400 });
});
