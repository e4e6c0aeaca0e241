'use client';

import { startTransition, useActionState, useEffect, useId, useMemo, useRef, type FormEvent } from 'react';
import { useForm, type FieldValues, type Path } from 'react-hook-form';
import { idle, type FormValues } from '@/lib/web/form-state';
import type { FieldBinding } from './field';
import { affectedBy, messageOf, serverErrors, summaryOf } from './form-messages';
import { keepAnswers, type Action } from './keep-answers';
import { forgetSecrets, loaded, postedFields, type SchemaLoader } from './posted-fields';
import { useReloadWhenLeftWaiting } from './reload-when-left-waiting';

type Name<Input> = Extract<keyof Input, string>;

type ActionFormSpec<Input extends FieldValues, Output> = {
  readonly action: Action;
  /** The schema the action parses with: `async () => (await import('…/model')).registerInput`. */
  readonly schema: SchemaLoader<Input, Output>;
  /** What the fields hold at first. Never a password, an SSN or a birth date. */
  readonly initialValues?: FormValues | undefined;
};

/**
 * One form, with and without scripts. Without, it posts to the action and the server renders the answer. With, the same
 * schema checks first, and the answer appears in place. Pages use it with ActionForm.
 */
export function useActionForm<Input extends FieldValues, Output>({ action, schema, initialValues }: ActionFormSpec<Input, Output>) {
  const id = useId();
  const summaryRef = useRef<HTMLDivElement>(null);
  const isSending = useRef(false);
  const [state, send, isPending] = useActionState(keepAnswers(action), idle);
  const answered = useMemo(() => serverErrors<Input>(state), [state]);
  const form = useForm<Input, unknown, Output>({
    resolver: postedFields(schema, id),
    ...(answered && { errors: answered }),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors, submitCount } = form.formState;

  useEffect(() => {
    isSending.current = false;
    if (state.status !== 'idle') forgetSecrets(id);
  }, [state, id]);
  // The server's messages reach the summary one rendering after the state they came with.
  const refusal = state.status === 'refused' && !isPending ? state.message : undefined;
  const isSummaryShown = refusal !== undefined || Object.keys(errors).length > 0;
  useEffect(() => summaryRef.current?.focus(), [state, submitCount, isSummaryShown]);
  useReloadWhenLeftWaiting(isSending);

  const values: FormValues = { ...initialValues, ...(state.status !== 'idle' && state.values) };
  const binding = (name: Name<Input>) => {
    const { onChange, onBlur, ref } = form.register(name as string as Path<Input>);
    return { name, error: messageOf(errors[name]), inputProps: { onChange, onBlur, ref } };
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    const element = event.currentTarget;
    const submitter = submitterOf(event);
    const post = () => startTransition(() => send(new FormData(element, submitter)));
    if (submitter?.hasAttribute('formnovalidate')) return post();
    await form.handleSubmit(post, () => {
      isSending.current = false;
    })(event);
  };

  const recheck = async (changed: string) => {
    const names = affectedBy(changed, errors);
    if (names.length > 0) await form.trigger(names as Path<Input>[]);
  };

  return {
    /** A field with one value. */
    field: (name: Name<Input>): FieldBinding => ({ ...binding(name), defaultValue: [values[name] ?? []].flat()[0] }),
    /** A CheckboxGroup. */
    list: (name: Name<Input>) => ({ ...binding(name), defaultValue: [values[name] ?? []].flat() }),
    /** The message about something without an input of its own, such as a whole date. */
    error: (name: string) => messageOf(errors[name]),
    /** For ActionForm. */
    parts: { id, send, submit, recheck, prepare: () => void loaded(schema), summaryRef, isPending },
    summary: summaryOf(errors),
    refusal,
  };
}

function submitterOf({ nativeEvent }: FormEvent): HTMLElement | null {
  return nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
}
