import type Stripe from 'stripe';

export type ErrorBody = {
  readonly type: 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error';
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly payment_intent?: Stripe.PaymentIntent;
};

/**
 * An answer in Stripe's error shape.
 * `remembered` says whether an idempotency key keeps it: refused parameters are not kept, what execution found is.
 */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly body: ErrorBody;
  readonly remembered: boolean;

  constructor(status: number, body: ErrorBody, remembered = true) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.remembered = remembered;
  }
}

/** A request that is well-formed but cannot be done now. */
export function refused(message: string, more: Omit<Partial<ErrorBody>, 'message'> = {}): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, ...more });
}

export function refusedParameter(param: string, message: string, code?: string): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, param, ...(code && { code }) }, false);
}

export function missing(what: string, id: string, param = 'id'): ApiError {
  const message = `No such ${what}: '${id}'`;
  return new ApiError(404, { type: 'invalid_request_error', code: 'resource_missing', message, param });
}

export function unexpectedState(message: string, intent: Stripe.PaymentIntent): ApiError {
  return refused(message, { code: 'payment_intent_unexpected_state', payment_intent: intent });
}

export function tooMany(): ApiError {
  return new ApiError(429, { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests' }, false);
}

export function broken(): ApiError {
  return new ApiError(500, { type: 'api_error', message: 'An unknown error occurred' });
}

/** Whatever was thrown, as the error the caller is told; what is not ours is a bug and goes to stderr whole. */
export function apiErrorOf(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  process.stderr.write(`payment stand-in: ${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
  return broken();
}

export function errorText(body: ErrorBody): string {
  const address = body.code && `https://stripe.com/docs/error-codes/${body.code.replaceAll('_', '-')}`;
  return JSON.stringify({ error: { ...body, ...(address && { doc_url: address }) } }, null, 2);
}
