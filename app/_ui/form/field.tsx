import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { classNames } from '@/app/_ui/class-names';

/** What react-hook-form's `register` gives a field; nothing on a form without scripts of its own. */
export type InputProps = Partial<Pick<UseFormRegisterReturn, 'onChange' | 'onBlur' | 'ref'>>;

/** What `useActionForm().field(name)` returns, and every field takes. */
export type FieldBinding = {
  readonly name: string;
  readonly error?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly inputProps?: InputProps | undefined;
};

export type FieldText = {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Says "(optional)"; everything else is required. */
  readonly optional?: boolean | undefined;
};

export type FieldProps = FieldBinding & FieldText;

/** The whole wiring of an input: ids follow the name, so that a summary can link to any field. */
export function wiring({ name, hint, error, optional, inputProps }: Omit<FieldProps, 'label'>) {
  return {
    ...inputProps,
    id: fieldId(name),
    name,
    required: !optional,
    'aria-invalid': Boolean(error),
    'aria-describedby': describedBy(name, hint, error),
  };
}

export function fieldId(name: string): string {
  return `field-${name}`;
}

export function describedBy(name: string, hint: ReactNode, error: string | undefined): string | undefined {
  return classNames(Boolean(hint) && `hint-${name}`, error !== undefined && `error-${name}`) || undefined;
}

export function inputClass(error: string | undefined, ...more: readonly (string | undefined)[]): string {
  return classNames('usa-input', error !== undefined && 'usa-input--error', ...more);
}

/** Label, hint and message around one control. */
export function Field({ name, label, hint, error, optional, children }: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={classNames('usa-form-group', error !== undefined && 'usa-form-group--error')}>
      <label className="usa-label" htmlFor={fieldId(name)}>
        {label}
        <Optional show={optional} />
      </label>
      <HintAndError name={name} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** The same around several controls with one question. */
export function FieldGroup({
  name,
  label,
  hint,
  error,
  optional,
  legendSize = 'normal',
  children,
}: FieldProps & { readonly legendSize?: 'normal' | 'large' | undefined; readonly children: ReactNode }) {
  return (
    <div className={classNames('usa-form-group', error !== undefined && 'usa-form-group--error')}>
      <fieldset className="usa-fieldset" aria-describedby={describedBy(name, hint, error)}>
        <legend className={classNames('usa-legend', legendSize === 'large' && 'usa-legend--large')}>
          {label}
          <Optional show={optional} />
        </legend>
        <div>
          <HintAndError name={name} hint={hint} error={error} />
          {children}
        </div>
      </fieldset>
    </div>
  );
}

function Optional({ show = false }: { readonly show?: boolean | undefined }) {
  return show ? <span className="cecs-optional"> (optional)</span> : null;
}

function HintAndError({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <div className="usa-hint" id={`hint-${name}`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <div className="usa-error-message" id={`error-${name}`}>
          <span className="usa-sr-only">Error: </span>
          {error}
        </div>
      )}
    </>
  );
}
