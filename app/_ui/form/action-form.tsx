'use client';

import type { FormEvent, ReactNode, RefObject } from 'react';
import { Actions } from '@/app/_ui/actions';
import { ErrorSummary, type SummaryError } from './error-summary';
import { SubmitButton } from './submit-button';

type ActionFormProps = {
  readonly form: {
    readonly parts: {
      readonly id: string;
      readonly send: (form: FormData) => void;
      readonly submit: (event: FormEvent<HTMLFormElement>) => Promise<void>;
      readonly recheck: (changed: string) => Promise<void>;
      readonly prepare: () => void;
      readonly summaryRef: RefObject<HTMLDivElement | null>;
      readonly isPending: boolean;
    };
    readonly summary: readonly SummaryError[];
    readonly refusal: string | undefined;
  };
  /** The words on the button. */
  readonly submit: string;
  readonly pendingLabel?: string | undefined;
  /** Beside the button: a quiet link, or a second SubmitButton. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

/** Give it what `useActionForm` returned, and the fields as children. */
export function ActionForm({ form, submit, pendingLabel, beside, children }: ActionFormProps) {
  const { id, send, submit: onSubmit, recheck, prepare, summaryRef, isPending } = form.parts;
  return (
    <form
      id={id}
      className="cecs-form"
      action={send}
      onSubmit={(event) => void onSubmit(event)}
      onChange={(event) => void recheck(nameOf(event.target))}
      onFocus={prepare}
      noValidate
    >
      <ErrorSummary errors={form.summary} message={form.refusal} ref={summaryRef} />
      {children}
      <Actions>
        <SubmitButton pending={isPending} pendingLabel={pendingLabel}>
          {submit}
        </SubmitButton>
        {beside}
      </Actions>
    </form>
  );
}

function nameOf(target: EventTarget): string {
  return 'name' in target && typeof target.name === 'string' ? target.name : '';
}
