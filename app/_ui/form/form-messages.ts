import type { FieldErrors, FieldValues } from 'react-hook-form';
import type { FormState } from '@/lib/web/form-state';
import type { SummaryError } from './error-summary';

const fromServer = 'server';

/** The server's messages in the shape in which react-hook-form keeps its own. */
export function serverErrors<Input extends FieldValues>(state: FormState): FieldErrors<Input> | undefined {
  if (state.status !== 'invalid') return undefined;
  const errors = Object.entries(state.fieldErrors).flatMap(([name, [message]]) =>
    message === undefined ? [] : [[name, { type: fromServer, message }]],
  );
  return Object.fromEntries(errors) as FieldErrors<Input>;
}

/** The first message of a field, or of the first entry of a list that is wrong. */
export function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('message' in error && typeof error.message === 'string') return error.message;
  return Array.isArray(error) ? error.map(messageOf).find((message) => message !== undefined) : undefined;
}

export function summaryOf(errors: Readonly<Record<string, unknown>>): SummaryError[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    const message = messageOf(error);
    return message === undefined ? [] : [{ name, message }];
  });
}

/**
 * Which messages to look at again when a field has changed: those of the browser, which may rest on two fields, and of
 * the server's only the one about this field. `birthDateYear` also concerns `birthDate`.
 */
export function affectedBy(changed: string, errors: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(errors)
    .filter(([name, error]) => changed.startsWith(name) || !isFromServer(error))
    .map(([name]) => name);
}

function isFromServer(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === fromServer;
}
