import type { HTMLInputAutoCompleteAttribute, HTMLAttributes } from 'react';
import { Field, inputClass, wiring, type FieldProps } from './field';

export type TextFieldProps = FieldProps & {
  /** WHATWG autofill token, or "off" where a browser's memory must not answer. */
  readonly autoComplete: HTMLInputAutoCompleteAttribute;
  readonly type?: 'text' | 'email' | 'tel' | 'search';
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly autoCapitalize?: 'none' | 'words' | 'sentences' | 'characters' | undefined;
  readonly spellCheck?: boolean;
  readonly maxLength?: number | undefined;
  /** In letters; the box says how much is expected. */
  readonly width?: '2' | '4' | '10' | '20' | 'full' | undefined;
};

/** One line of text. Names of people are not spell-checked: pass `spellCheck={false}`. */
export function TextField(props: TextFieldProps) {
  const { error, defaultValue, autoComplete, type = 'text', inputMode, width = 'full' } = props;
  return (
    <Field {...props}>
      <input
        {...wiring(props)}
        className={inputClass(error, width === 'full' ? undefined : `cecs-width--${width}`)}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        autoCapitalize={props.autoCapitalize}
        spellCheck={props.spellCheck}
        maxLength={props.maxLength}
        defaultValue={defaultValue}
      />
    </Field>
  );
}

export function NameField({ autoComplete, ...rest }: FieldProps & { readonly autoComplete: HTMLInputAutoCompleteAttribute }) {
  return <TextField {...rest} autoComplete={autoComplete} autoCapitalize="words" spellCheck={false} />;
}

export function EmailField({ autoComplete = 'email', ...rest }: FieldProps & { readonly autoComplete?: string }) {
  return (
    <TextField
      {...rest}
      type="email"
      inputMode="email"
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
    />
  );
}

export function PhoneField({ autoComplete = 'tel', ...rest }: FieldProps & { readonly autoComplete?: string }) {
  return <TextField {...rest} type="tel" inputMode="tel" autoComplete={autoComplete} maxLength={30} width="20" />;
}
