import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` header of scheme v1: HMAC-SHA256 over the time and the raw body. `seconds` is real time. */
export function signatureOf(body: string, secret: string, seconds: number): string {
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}
