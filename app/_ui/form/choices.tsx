import type { ReactNode } from 'react';
import { describedBy, fieldId, FieldGroup, type FieldBinding, type FieldProps, type InputProps } from './field';

export type Choice = { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode };

export const yesOrNo: readonly Choice[] = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
];

type GroupProps = FieldProps & {
  readonly choices: readonly Choice[];
  readonly legendSize?: 'normal' | 'large' | undefined;
};

type RadioGroupProps = GroupProps & {
  /** Two short ones, such as yes and no. */
  readonly sideBySide?: boolean;
};

export function RadioGroup({ choices, defaultValue, inputProps, sideBySide = false, ...group }: RadioGroupProps) {
  return (
    <FieldGroup {...group}>
      <div className={sideBySide ? 'cecs-choices cecs-choices--side' : 'cecs-choices'}>
        {choices.map((choice, position) => (
          <Tile
            key={choice.value}
            kind="radio"
            id={tileId(group.name, choice.value, position)}
            name={group.name}
            choice={choice}
            isChosen={choice.value === defaultValue}
            isWrong={group.error !== undefined}
            inputProps={inputProps}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

type CheckboxGroupProps = Omit<GroupProps, 'defaultValue'> & { readonly defaultValue?: readonly string[] | undefined };

/** Posts its name once for each ticked box: take the binding from `useActionForm().list(name)`. */
export function CheckboxGroup({ choices, defaultValue = [], inputProps, ...group }: CheckboxGroupProps) {
  return (
    <FieldGroup {...group}>
      <div className="cecs-choices">
        {choices.map((choice, position) => (
          <Tile
            key={choice.value}
            kind="checkbox"
            id={tileId(group.name, choice.value, position)}
            name={group.name}
            choice={choice}
            isChosen={defaultValue.includes(choice.value)}
            isWrong={group.error !== undefined}
            inputProps={inputProps}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

type CheckboxFieldProps = FieldBinding & { readonly label: ReactNode; readonly hint?: ReactNode; readonly value?: string };

/** One box to tick. Posts `value` ("yes") or nothing. */
export function CheckboxField({ label, hint, value = 'yes', name, error, defaultValue, inputProps }: CheckboxFieldProps) {
  return (
    <div className={error === undefined ? 'usa-form-group' : 'usa-form-group usa-form-group--error'}>
      {error !== undefined && (
        <div className="usa-error-message" id={`error-${name}`}>
          <span className="usa-sr-only">Error: </span>
          {error}
        </div>
      )}
      <Tile
        kind="checkbox"
        id={fieldId(name)}
        name={name}
        choice={{ value, label, hint }}
        isChosen={defaultValue === value}
        isWrong={error !== undefined}
        describedBy={describedBy(name, undefined, error)}
        inputProps={inputProps}
      />
    </div>
  );
}

type TileProps = {
  readonly kind: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly isChosen: boolean;
  readonly isWrong: boolean;
  readonly describedBy?: string | undefined;
  readonly inputProps: InputProps | undefined;
};

function Tile({ kind, id, name, choice, isChosen, isWrong, describedBy: description, inputProps }: TileProps) {
  return (
    <div className={`usa-${kind}`}>
      <input
        {...inputProps}
        id={id}
        className={`usa-${kind}__input usa-${kind}__input--tile`}
        type={kind}
        name={name}
        value={choice.value}
        defaultChecked={isChosen}
        aria-invalid={kind === 'checkbox' ? isWrong : undefined}
        aria-describedby={description}
      />
      <label className={`usa-${kind}__label`} htmlFor={id}>
        {choice.label}
        {choice.hint && <span className={`usa-${kind}__label-description`}>{choice.hint}</span>}
      </label>
    </div>
  );
}

// The summary links to the first choice.
function tileId(name: string, value: string, position: number): string {
  return position === 0 ? fieldId(name) : `${fieldId(name)}-${value}`;
}
