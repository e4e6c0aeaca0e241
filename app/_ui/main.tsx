import type { ReactNode } from 'react';
import { classNames } from './class-names';

type MainProps = {
  /** narrow: forms. regular: text and status. wide: tables. full: the page draws its own bands. */
  readonly width?: 'narrow' | 'regular' | 'wide' | 'full';
  /** Breadcrumb or BackLink, above the sheet. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
};

export function Main({ width = 'regular', before, children }: MainProps) {
  if (width === 'full') {
    return (
      <main id="main" tabIndex={-1} className="cecs-main__content">
        {children}
      </main>
    );
  }
  return (
    <div className={classNames('cecs-main', `cecs-main--${width}`)}>
      <div className="cecs-container">
        <div className="cecs-main__column">
          {before}
          <main id="main" tabIndex={-1} className="cecs-main__content">
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}

/** A full-width page's ordinary stretch. */
export function Container({ children }: { readonly children: ReactNode }) {
  return <div className="cecs-container">{children}</div>;
}
