import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ApiError } from './errors';
import { apiVersion } from './events';
import { header } from './http';

export function checkKey(req: IncomingMessage, secretKey: string): void {
  const [scheme = '', given = ''] = (header(req, 'authorization') ?? '').split(' ');
  if (given === '') {
    throw denied('You did not provide an API key. You need to provide your API key in the Authorization header, using '
      + "Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
  }
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const fits = scheme === 'Bearer' && timingSafeEqual(digest(given), digest(secretKey));
  if (!fits) throw denied(`Invalid API Key provided: ${given.slice(0, 8)}${'*'.repeat(12)}${given.slice(-4)}`);
}

function denied(message: string): ApiError {
  return new ApiError(401, { type: 'invalid_request_error', message }, false);
}

export function checkVersion(req: IncomingMessage): void {
  const version = header(req, 'stripe-version') ?? apiVersion;
  if (version === apiVersion) return;
  const message = `Invalid Stripe API version: ${version}. This stand-in speaks ${apiVersion}.`;
  throw new ApiError(400, { type: 'invalid_request_error', message }, false);
}
