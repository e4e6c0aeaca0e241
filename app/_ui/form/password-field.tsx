'use client';

import { useEffect, useState } from 'react';
import { Field, fieldId, inputClass, wiring, type FieldProps } from './field';

type PasswordFieldProps = Omit<FieldProps, 'defaultValue'> & {
  readonly autoComplete: 'current-password' | 'new-password';
};

/** Pasting is welcome. The show button is there only with scripts; before a form is sent the text is hidden again. */
export function PasswordField(props: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const id = fieldId(props.name);
  useEffect(() => {
    const form = document.getElementById(id)?.closest('form');
    const hide = () => setShown(false);
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, [id]);
  return (
    <Field {...props}>
      <div className="cecs-password">
        <input
          {...wiring(props)}
          className={inputClass(props.error)}
          type={isShown ? 'text' : 'password'}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={256}
          data-secret=""
        />
        <button
          type="button"
          className="cecs-password__toggle cecs-needs-script"
          aria-controls={id}
          aria-label={`${isShown ? 'Hide' : 'Show'} ${props.label}`}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? 'Hide' : 'Show'}
        </button>
      </div>
      <span className="usa-sr-only" role="status">
        {isShown ? 'What you typed is shown' : ''}
      </span>
    </Field>
  );
}
