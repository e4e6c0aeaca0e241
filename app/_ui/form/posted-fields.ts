import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { ZodMiniType } from 'zod/mini';
import { formValues } from '@/lib/web/form-state';

export type SchemaLoader<Input, Output> = () => Promise<ZodMiniType<Output, Input>>;

/** Checks what the form would post, read as the server reads it, so that browser and server cannot disagree. */
export function postedFields<Input extends FieldValues, Output>(
  load: SchemaLoader<Input, Output>,
  formId: string,
): Resolver<Input, unknown, Output> {
  return async () => {
    const schema = await loaded(load);
    const values = posted(formId) as Input;
    const parsed = schema?.safeParse(values);
    if (parsed?.error) return { values: {}, errors: messagesOf<Input>(parsed.error.issues) };
    return { values: parsed ? parsed.data : (values as unknown as Output), errors: {} };
  };
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

// By the field, the first message of each, as the server has them. @hookform/resolvers brings 2 kB for schemas unlike ours.
function messagesOf<Input extends FieldValues>(issues: readonly Issue[]): FieldErrors<Input> {
  const entries = issues.map(({ path, message }) => [path[0] ?? 'root', { type: 'browser', message }] as const);
  return Object.fromEntries(entries.toReversed()) as FieldErrors<Input>;
}

/**
 * Loaded once somebody starts to fill in a form: schemas are the heaviest part of the page. Undefined where the code did not
 * arrive: the form is sent all the same, and the server says what is wrong.
 */
export async function loaded<Input, Output>(load: SchemaLoader<Input, Output>) {
  try {
    return await load();
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
