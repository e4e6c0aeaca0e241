import type { ReactNode } from 'react';
import { classNames } from './class-names';

type AlertProps = {
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly heading?: string | undefined;
  readonly headingLevel?: 2 | 3 | undefined;
  /** For what appears after something the person did, so that it is read out. */
  readonly live?: boolean | undefined;
  readonly children?: ReactNode;
};

export function Alert({ tone, heading, headingLevel = 2, live = false, children }: AlertProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const role = tone === 'error' ? 'alert' : 'status';
  return (
    <div className={classNames('usa-alert', `usa-alert--${tone}`, !heading && 'usa-alert--slim')} role={live ? role : undefined}>
      <div className="usa-alert__body">
        {heading && <Heading className="usa-alert__heading">{heading}</Heading>}
        {typeof children === 'string' ? <p className="usa-alert__text">{children}</p> : children}
      </div>
    </div>
  );
}
