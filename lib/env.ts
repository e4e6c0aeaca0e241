import 'server-only';
import * as z from 'zod/mini';
import { Invariant } from '@/lib/shared/result';

const words = z.string().check(z.minLength(1));
const key = z.string().check(z.regex(/^[\w-]{43}$/));
const address = z.string().check(z.refine((typed) => URL.canParse(typed)));

const environment = z.object({
  CECS_ENV: z._default(z.enum(['development', 'production']), 'development'),
  CECS_HOME: z._default(z.string(), '.cecs'),
  APP_URL: z._default(address, 'http://localhost:3000'),
  DATABASE_URL: words,
  DATABASE_POOL: wholeNumber(1, 200, 10),
  STRIPE_SECRET_KEY: words,
  STRIPE_WEBHOOK_SECRET: words,
  STRIPE_API_URL: z.optional(address),
  SMTP_URL: words,
  MAIL_FROM: words,
  /** host:port of ClamAV's daemon. */
  CLAMD_ADDRESS: z.optional(z.string().check(z.regex(/^[\w.-]+:\d{1,5}$/))),
  DEV_ORIGIN: z.optional(address),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 20, 0),
  CECS_DATA_KEY: key,
  CECS_INDEX_KEY: key,
  CECS_PEPPER: key,
  CECS_TOKEN_KEY: key,
  EMBEDDED_PARTS: z.pipe(
    z._default(z.string(), ''),
    z.transform((list: string) => list.split(',').filter(Boolean)),
  ),
});

export type Environment = z.infer<typeof environment>;

let parsed: Environment | undefined;

/** The settings of this process, read and checked once. The only reader of process.env in app and lib. */
export function env(): Environment {
  parsed ??= parseEnvironment();
  return parsed;
}

function parseEnvironment(): Environment {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map((issue) => issue.path.join('.')))];
  throw new Invariant(`Settings missing or malformed: ${names.join(', ')}`);
}

function wholeNumber(least: number, most: number, standard: number) {
  const digits = z.string().check(z.regex(/^\d+$/), z.refine((typed) => Number(typed) >= least && Number(typed) <= most));
  return z.pipe(z._default(digits, String(standard)), z.transform(Number));
}

/** The origin alone of APP_URL: the only source of links, form origins and cookie flags. */
export function appOrigin(): string {
  return new URL(env().APP_URL).origin;
}
