import { createHash } from 'node:crypto';
import type { Change } from './book';
import { ApiError } from './errors';
import { canonicalForm, type Form } from './form';
import type { Answer } from './records';

const longestKey = 255;
/** Stripe may forget a key once it is a day old; this stand-in does, so that nothing comes to rely on more. */
const remembersFor = 86_400;

/** One try of a keyed call: two tries are the same call when path and parameters agree. */
export type Keyed = { readonly key: string; readonly path: string; readonly fingerprint: string };

export function keyedCall(key: string, path: string, form: Form): Keyed {
  if (key.length > longestKey) {
    const message = `Idempotency keys can be up to ${longestKey} characters long.`;
    throw new ApiError(400, { type: 'invalid_request_error', message }, false);
  }
  return { key, path, fingerprint: createHash('sha256').update(canonicalForm(form)).digest('hex') };
}

/** The answer given before under this key, if there is one; the same key for anything else is an error. */
export function findAnswer(change: Change, asked: Keyed): Answer | undefined {
  const answer = change.find('answer', asked.key);
  if (!answer || change.at - answer.at >= remembersFor) return undefined;
  const elsewhere = `Try using a key other than '${asked.key}' if you meant to execute a different request.`;
  if (answer.path !== asked.path) {
    throw misused('Keys for idempotent requests can only be used for the same endpoint they were first used for '
      + `('${asked.path}' vs '${answer.path}'). ${elsewhere}`);
  }
  if (answer.fingerprint !== asked.fingerprint) {
    throw misused('Keys for idempotent requests can only be used with the same parameters they were first used with. '
      + elsewhere);
  }
  return answer;
}

function misused(message: string): ApiError {
  return new ApiError(400, { type: 'idempotency_error', message }, false);
}

export function inProgress(key: string): ApiError {
  const message = 'There is currently another in-progress request using this Idempotent Key (that probably means you '
    + `submitted twice, and the other request is still going through): ${key}. Please try again later.`;
  return new ApiError(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message }, false);
}
