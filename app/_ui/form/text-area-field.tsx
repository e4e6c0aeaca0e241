import { classNames } from '@/app/_ui/class-names';
import { Field, wiring, type FieldProps } from './field';

type TextAreaFieldProps = FieldProps & { readonly rows?: number; readonly maxLength?: number };

export function TextAreaField(props: TextAreaFieldProps) {
  return (
    <Field {...props}>
      <textarea
        {...wiring(props)}
        className={classNames('usa-textarea', props.error !== undefined && 'usa-input--error')}
        rows={props.rows ?? 6}
        maxLength={props.maxLength}
        autoComplete="off"
        defaultValue={props.defaultValue}
      />
    </Field>
  );
}
