import * as z from 'zod/mini';
import type { SummaryError } from '@/app/_ui/form/error-summary';
import type { PublicSearch } from '@/lib/certificates/public-queries';
import { normaliseCode } from '@/lib/shared/check-characters';
import { line } from '@/lib/shared/text';

export type Params = Readonly<Record<string, string | string[] | undefined>>;

export type Asked =
  | { readonly by: 'nothing' }
  | { readonly by: 'number' | 'name'; readonly errors: readonly SummaryError[] }
  | { readonly by: 'number' | 'name'; readonly search: PublicSearch };

const numberInput = z.object({
  number: line('the certificate number', 40).check(
    z.refine((typed) => /^[0-9A-Z]{4,20}$/.test(normaliseCode(typed)), {
      error: 'A certificate number has letters and digits only, like K000-04K2.',
    }),
  ),
});

const nameInput = z.object({ lastName: line('the last name'), firstName: line('the first name') });

/** What the address of the page asks for. A repeated parameter counts once. */
export function readSearch(params: Params): Asked {
  if (params.number !== undefined) {
    const typed = numberInput.safeParse({ number: valueOf(params, 'number') });
    return typed.success ? { by: 'number', search: typed.data } : { by: 'number', errors: errorsOf(typed.error) };
  }
  if (params.lastName === undefined && params.firstName === undefined) return { by: 'nothing' };
  const typed = nameInput.safeParse({ lastName: valueOf(params, 'lastName'), firstName: valueOf(params, 'firstName') });
  return typed.success ? { by: 'name', search: typed.data } : { by: 'name', errors: errorsOf(typed.error) };
}

/** What was typed, to show again. */
export function valueOf(params: Params, name: 'number' | 'lastName' | 'firstName'): string {
  return [params[name] ?? []].flat()[0] ?? '';
}

function errorsOf(error: z.core.$ZodError): SummaryError[] {
  const fieldErrors: Record<string, string[]> = z.flattenError(error).fieldErrors;
  return Object.entries(fieldErrors).flatMap(([name, messages]) => {
    const [message] = messages;
    return message === undefined ? [] : [{ name, message }];
  });
}
