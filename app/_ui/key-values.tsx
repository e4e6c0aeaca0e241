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

type KeyValuesProps = {
  readonly rows: readonly KeyValue[];
  /** questions: long keys, short values. prose: values are sentences. */
  readonly look?: 'facts' | 'questions' | 'prose';
};

export function KeyValues({ rows, look = 'facts' }: KeyValuesProps) {
  return (
    <dl className={classNames('cecs-values', look !== 'facts' && `cecs-values--${look}`)}>
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
