import { Field, inputClass, wiring, type FieldProps } from './field';

type CodeFieldProps = FieldProps & {
  /** username, one-time-code, or off. */
  readonly autoComplete: 'username' | 'one-time-code' | 'off';
  /** numeric for a code of digits only. */
  readonly inputMode?: 'text' | 'numeric';
  /** characters where the code is printed in capitals. */
  readonly autoCapitalize?: 'none' | 'characters';
  readonly maxLength?: number;
  readonly width?: '10' | '20' | 'full';
  /** Where the page is for typing one code after another. */
  readonly autoFocus?: boolean;
};

/** Usernames, temporary passwords, references, certificate numbers: typed as printed, never corrected. */
export function CodeField(props: CodeFieldProps) {
  const { error, defaultValue, autoComplete, inputMode = 'text', autoCapitalize = 'none', maxLength, width = '20' } = props;
  return (
    <Field {...props}>
      <input
        {...wiring(props)}
        className={inputClass(error, 'cecs-code-input', `cecs-width--${width}`)}
        type="text"
        inputMode={inputMode}
        autoComplete={autoComplete}
        autoCapitalize={autoCapitalize}
        autoCorrect="off"
        spellCheck={false}
        maxLength={maxLength}
        autoFocus={props.autoFocus}
        defaultValue={defaultValue}
      />
    </Field>
  );
}
