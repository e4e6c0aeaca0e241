import { Field, inputClass, wiring, type FieldProps } from './field';

type SsnFieldProps = Omit<FieldProps, 'defaultValue'>;

/** Takes no default value on purpose: an SSN is never sent back to a browser. */
export function SsnField({ hint = 'Nine digits, with or without hyphens', ...rest }: SsnFieldProps) {
  const props = { ...rest, hint };
  return (
    <Field {...props}>
      <input
        {...wiring(props)}
        className={inputClass(rest.error, 'cecs-width--10')}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={20}
        data-secret=""
      />
    </Field>
  );
}
