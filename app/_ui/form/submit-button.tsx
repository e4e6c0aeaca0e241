'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonLook } from '@/app/_ui/button';

type SubmitButtonProps = {
  readonly children: ReactNode;
  readonly pendingLabel?: string | undefined;
  /** ActionForm says so; in a plain form the button sees for itself. */
  readonly pending?: boolean | undefined;
  readonly look?: ButtonLook | undefined;
  /** Which of several buttons was pressed. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** For "Save and finish later": sent as it is, without checks in the browser. */
  readonly unchecked?: boolean | undefined;
};

/** Stays focusable while it waits, and ignores further presses. */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, pendingLabel = 'One moment…', look, name, value, unchecked } = props;
  const status = useFormStatus();
  const isPending = props.pending ?? status.pending;
  return (
    <Button
      look={look}
      name={name}
      value={value}
      formNoValidate={unchecked}
      aria-disabled={isPending}
      onClick={(event) => {
        if (isPending) event.preventDefault();
      }}
    >
      {isPending ? pendingLabel : children}
    </Button>
  );
}
