import 'server-only';
import { z } from 'zod';
import { Invariant } from '@/lib/shared/result';

const key = z.base64url().length(43);

const environment = z.object({
  CECS_ENV: z.enum(['development', 'production']).default('development'),
  CECS_HOME: z.string().default('.cecs'),
  APP_URL: z.url().default('http://localhost:3000'),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  STRIPE_API_URL: z.url().optional(),
  SMTP_URL: z.string().min(1),
  MAIL_FROM: z.string().min(3),
  DEV_ORIGIN: z.url().optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).default(0),
  CECS_DATA_KEY: key,
  CECS_INDEX_KEY: key,
  CECS_PEPPER: key,
  CECS_TOKEN_KEY: key,
  EMBEDDED_PARTS: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter(Boolean)),
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

/** The origin alone of APP_URL: the only source of links, form origins and cookie flags. */
export function appOrigin(): string {
  return new URL(env().APP_URL).origin;
}
