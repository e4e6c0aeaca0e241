import { z } from 'zod';
import { refusedParameter, type ApiError } from './errors';
import type { Form } from './form';

// Everything on the wire is text; these read it as what it stands for and refuse it in Stripe's words.

const coded = (code: string, message: string) => ({ message, params: { stripe: code } });

export const integer = z.string().transform((text, ctx) => {
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  ctx.addIssue({ code: 'custom', ...coded('parameter_invalid_integer', `Invalid integer: ${text}`) });
  return z.NEVER;
});

export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const text = (max = 5000) => z.string().min(1).max(max);

export const webAddress = text(5000).refine(isWebAddress, coded('url_invalid', 'Not a valid URL'));

export const emailAddress = text(512).refine((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), {
  ...coded('email_invalid', 'Invalid email address'),
});

export function list<T extends z.ZodType>(element: T) {
  const asArray = (value: unknown) => {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : value;
  };
  return z.preprocess(asArray, z.array(element));
}

/** Limits from Stripe's documentation: 50 keys, names of 40 characters, values of 500. */
export const metadata = z
  .record(z.string().max(40, 'Metadata keys can have up to 40 characters'), z.string().max(500))
  .refine((value) => Object.keys(value).length <= 50, 'Metadata can have up to 50 keys');

/** On update an empty value takes a key out, and an empty string takes all out. */
export const metadataUpdate = z.union([z.literal(''), metadata]);

export function mergeMetadata(
  before: Readonly<Record<string, string>> | null,
  update: '' | Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  if (update === '') return {};
  const merged = Object.entries({ ...before, ...update });
  return Object.fromEntries(merged.filter(([, value]) => value !== ''));
}

/** The parameters of an endpoint: these, `expand`, and no others. */
export function parameters<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject({ ...shape, expand: list(text()).optional() });
}

export function readParameters<T extends z.ZodType>(schema: T, form: Form): z.output<T> {
  const read = schema.safeParse(form, { reportInput: true });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw issue ? asApiError(issue) : refusedParameter('', 'Invalid parameters');
}

type Issue = z.core.$ZodIssue;

function asApiError(issue: Issue): ApiError {
  const at = bracketed(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => bracketed([...issue.path, key]));
    const said = `Received unknown parameter${names.length > 1 ? 's' : ''}: ${names.join(', ')}`;
    return refusedParameter(names[0] ?? at, said, 'parameter_unknown');
  }
  if (issue.input === undefined && issue.code !== 'custom') {
    return refusedParameter(at, `Missing required param: ${at}.`, 'parameter_missing');
  }
  if (issue.input === '') return refusedParameter(at, emptySentence(at), 'parameter_invalid_empty');
  if (issue.code === 'invalid_value') {
    return refusedParameter(at, `Invalid ${at}: must be one of ${issue.values.map(String).join(', ')}`);
  }
  if (issue.code === 'custom') return refusedParameter(at, issue.message, codeOf(issue.params));
  return refusedParameter(at, `Invalid ${at}: ${issue.message}`);
}

function emptySentence(at: string): string {
  return `You passed an empty string for '${at}'. We assume empty values are an attempt to unset a parameter; `
    + `however '${at}' cannot be unset. Remove it from your request or supply a non-empty value.`;
}

function codeOf(params: Record<string, unknown> | undefined): string | undefined {
  return typeof params?.stripe === 'string' ? params.stripe : undefined;
}

function bracketed(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path.map(String);
  return `${first ?? ''}${rest.map((part) => `[${part}]`).join('')}`;
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value.replaceAll('{CHECKOUT_SESSION_ID}', 'id'));
}
