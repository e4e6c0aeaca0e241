import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldValues, Resolver } from 'react-hook-form';
import { config, type ZodMiniType } from 'zod/mini';

// Compiling schemas with Function() is what the page's Content-Security-Policy forbids.
config({ jitless: true });

/** Loaded only in a browser, and only once somebody starts to fill in a form: zod is the heaviest part of the page. */
export function checkWith<Input extends FieldValues, Output>(
  schema: ZodMiniType<Output, Input>,
): Resolver<Input, unknown, Output> {
  return zodResolver<Input, unknown, Output>(schema);
}
