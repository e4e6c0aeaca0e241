import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldValues, Resolver } from 'react-hook-form';
import type { ZodMiniType } from 'zod/mini';
import { formValues } from '@/lib/web/form-state';

export type SchemaLoader<Input, Output> = () => Promise<ZodMiniType<Output, Input>>;

/** Checks what the form would post, read as the server reads it, so that browser and server cannot disagree. */
export function postedFields<Input extends FieldValues, Output>(
  load: SchemaLoader<Input, Output>,
  formId: string,
): Resolver<Input, unknown, Output> {
  return async (_values, context, options) => {
    const check = await loadCheck(load);
    const values = posted(formId) as Input;
    return check ? check(values, context, options) : { values: values as unknown as Output, errors: {} };
  };
}

/**
 * Loaded once somebody starts to fill in a form: schemas are the heaviest part of the page. Undefined where the code did not
 * arrive: the form is sent all the same, and the server says what is wrong.
 */
export async function loadCheck<Input extends FieldValues, Output>(load: SchemaLoader<Input, Output>) {
  try {
    return zodResolver<Input, unknown, Output>(await load());
  } catch {
    return undefined;
  }
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
