import type { Ref } from 'react';
import { fieldId } from './field';

export type SummaryError = { readonly name: string; readonly message: string };

type ErrorSummaryProps = {
  readonly errors: readonly SummaryError[];
  /** A refusal that is about no single field. */
  readonly message?: string | undefined;
  readonly ref?: Ref<HTMLDivElement> | undefined;
};

/** Stands first in the form and takes the focus as it arrives, by `autofocus` where no script runs. */
export function ErrorSummary({ errors, message, ref }: ErrorSummaryProps) {
  if (errors.length === 0 && message === undefined) return null;
  return (
    <div className="cecs-errors" ref={ref} role="group" aria-labelledby="error-summary" tabIndex={-1} autoFocus>
      <h2 className="cecs-errors__heading" id="error-summary">
        {message === undefined ? 'Please check what you entered' : 'This did not go through'}
      </h2>
      {message !== undefined && <p>{message}</p>}
      {errors.length > 0 && (
        <ul className="cecs-errors__list">
          {errors.map((error) => (
            <li key={error.name}>
              <a href={`#${fieldId(error.name)}`}>{error.message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
