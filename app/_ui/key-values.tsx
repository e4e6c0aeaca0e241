import type { ReactNode } from 'react';

export type KeyValue = {
  readonly key: string;
  readonly value: ReactNode;
  /** On a review page: where to change it. Screen readers hear "Change" with the key. */
  readonly changeHref?: string | undefined;
};

export function KeyValues({ rows }: { readonly rows: readonly KeyValue[] }) {
  return (
    <dl className="cecs-values">
      {rows.map(({ key, value, changeHref }) => (
        <div key={key} className="cecs-values__row">
          <dt>{key}</dt>
          <dd>{value}</dd>
          {changeHref && (
            <dd className="cecs-values__change">
              <a href={changeHref}>
                Change<span className="usa-sr-only"> {key}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
