import { classNames } from '@/app/_ui/class-names';
import { Field, wiring, type FieldProps } from './field';

export type Option = { readonly value: string; readonly label: string };

type SelectFieldProps = FieldProps & {
  readonly options: readonly Option[];
  /** The words of the empty choice. */
  readonly placeholder?: string;
  readonly autoComplete?: string;
};

export function SelectField(props: SelectFieldProps) {
  const { error, defaultValue, options, placeholder = '- Select -', autoComplete = 'off' } = props;
  return (
    <Field {...props}>
      <select
        {...wiring(props)}
        className={classNames('usa-select', error !== undefined && 'usa-input--error')}
        autoComplete={autoComplete}
        defaultValue={defaultValue ?? ''}
      >
        <option value="">{placeholder}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
