import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldValues, Resolver } from 'react-hook-form';
import { config, type ZodType } from 'zod';
import { formValues } from '@/lib/web/form-state';

// Compiling schemas with Function() is what the page's Content-Security-Policy forbids.
if (typeof window !== 'undefined') config({ jitless: true });

/** Checks what the form would post, read as the server reads it, so that browser and server cannot disagree. */
export function postedFields<Input extends FieldValues, Output>(
  schema: ZodType<Output, Input>,
  formId: string,
): Resolver<Input, unknown, Output> {
  const check = zodResolver<Input, unknown, Output>(schema);
  return (_values, context, options) => check(posted(formId) as Input, context, options);
}

/** Empties password and SSN fields after the server has answered, as a page without scripts would. */
export function forgetSecrets(formId: string): void {
  const secrets = formOf(formId)?.querySelectorAll<HTMLInputElement>('[data-secret]') ?? [];
  for (const input of secrets) input.value = '';
}

function posted(formId: string): Record<string, string | string[]> {
  const form = formOf(formId);
  return form ? formValues(new FormData(form)) : {};
}

function formOf(formId: string): HTMLFormElement | undefined {
  const element = document.getElementById(formId);
  return element instanceof HTMLFormElement ? element : undefined;
}
