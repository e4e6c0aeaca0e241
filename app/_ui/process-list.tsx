import type { ReactNode } from 'react';

export type ProcessStep = { readonly heading: string; readonly body?: ReactNode };

/** What happens next, in order. */
export function ProcessList({ steps }: { readonly steps: readonly ProcessStep[] }) {
  return (
    <ol className="usa-process-list">
      {steps.map(({ heading, body }) => (
        <li key={heading} className="usa-process-list__item">
          <h3 className="usa-process-list__heading">{heading}</h3>
          {typeof body === 'string' ? <p>{body}</p> : body}
        </li>
      ))}
    </ol>
  );
}
