import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type KeyValue = {
  readonly key: string;
  readonly value: ReactNode;
  /** On a review page: where to change it. Screen readers hear "Change" with the key. */
  readonly changeHref?: string | undefined;
  /** The sum under the amounts. */
  readonly isTotal?: boolean;
};

export function KeyValues({ rows }: { readonly rows: readonly KeyValue[] }) {
  return (
    <dl className="cecs-values">
      {rows.map(({ key, value, changeHref, isTotal = false }) => (
        <div key={key} className={classNames('cecs-values__row', isTotal && 'cecs-values__row--total')}>
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
