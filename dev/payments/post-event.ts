import type Stripe from 'stripe';
import type { Settings } from './call';
import { signatureOf } from './signature';

const patience = 10_000;

/** Posts one signed event. Anything but 2xx, a redirect included, is a failed try. */
export async function post(
  event: Stripe.EventBase,
  settings: Settings,
  stopping: AbortSignal,
): Promise<{ readonly accepted: boolean; readonly said: string }> {
  const body = JSON.stringify(event, null, 2);
  try {
    const answer = await fetch(settings.webhookUrl, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signatureOf(body, settings.webhookSecret, Math.floor(Date.now() / 1000)),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(patience)]),
    });
    await answer.arrayBuffer();
    return { accepted: answer.ok, said: String(answer.status) };
  } catch (thrown) {
    return { accepted: false, said: thrown instanceof Error ? thrown.name : 'unknown' };
  }
}
