'use client';

import { useActionState, useEffect, useRef } from 'react';
import { idle } from '@/lib/web/form-state';
import type { ButtonLook } from '@/app/_ui/button';
import { keepAnswers, type Action } from './keep-answers';
import { useReloadWhenLeftWaiting } from './reload-when-left-waiting';
import { SubmitButton } from './submit-button';

type SmallFormProps = {
  readonly action: Action;
  /** Posted along; nothing here is secret or decides who may do what. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly submit: string;
  readonly look?: ButtonLook;
};

/** One button that does something, without fields to fill in. */
export function SmallForm({ action, fields = {}, submit, look = 'secondary' }: SmallFormProps) {
  const [state, send, isPending] = useActionState(keepAnswers(action), idle);
  const isSending = useRef(false);
  useEffect(() => {
    isSending.current = isPending;
  }, [isPending]);
  useReloadWhenLeftWaiting(isSending);
  return (
    <form action={send} className="cecs-small-form">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton look={look} pending={isPending}>
        {submit}
      </SubmitButton>
      {state.status !== 'idle' && (
        <p className="usa-error-message" role="alert">
          {state.status === 'refused' ? state.message : outOfDate}
        </p>
      )}
    </form>
  );
}

// Nobody typed anything, so it is the page that no longer knows what may be sent.
const outOfDate = 'This did not go through. Reload the page, then press the button again.';
