import { fieldId, FieldGroup, inputClass, type FieldBinding } from './field';

type BirthDateFieldProps = {
  /** The name under which the schema reports an error of the whole date. */
  readonly name: string;
  readonly error?: string | undefined;
  readonly month: FieldBinding;
  readonly day: FieldBinding;
  readonly year: FieldBinding;
  readonly label?: string;
  readonly hint?: string;
};

/** Three boxes, never a calendar. The birth date does not come back from the server, so there is no default value. */
export function BirthDateField({ name, error, month, day, year, label, hint }: BirthDateFieldProps) {
  const message = error ?? month.error ?? day.error ?? year.error;
  return (
    <FieldGroup name={name} label={label ?? 'Date of birth'} hint={hint ?? 'For example: 4 28 1986'} error={message}>
      <div className="cecs-parts" id={fieldId(name)} tabIndex={-1}>
        <Part binding={month} label="Month" autoComplete="bday-month" digits={2} isWrong={Boolean(error ?? month.error)} />
        <Part binding={day} label="Day" autoComplete="bday-day" digits={2} isWrong={Boolean(error ?? day.error)} />
        <Part binding={year} label="Year" autoComplete="bday-year" digits={4} isWrong={Boolean(error ?? year.error)} />
      </div>
    </FieldGroup>
  );
}

type PartProps = {
  readonly binding: FieldBinding;
  readonly label: string;
  readonly autoComplete: 'bday-month' | 'bday-day' | 'bday-year';
  readonly digits: 2 | 4;
  readonly isWrong: boolean;
};

function Part({ binding, label, autoComplete, digits, isWrong }: PartProps) {
  const id = fieldId(binding.name);
  return (
    <div className="cecs-part">
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      <input
        {...binding.inputProps}
        id={id}
        name={binding.name}
        className={inputClass(isWrong ? '' : undefined, `cecs-width--${digits}`)}
        type="text"
        inputMode="numeric"
        autoComplete={autoComplete}
        spellCheck={false}
        maxLength={digits}
        required
        aria-invalid={isWrong}
      />
    </div>
  );
}
