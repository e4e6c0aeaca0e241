import type { ReactNode } from 'react';

type CardProps = {
  readonly heading?: ReactNode;
  /** Beside the heading: a tag or a link. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

export function Card({ heading, aside, children }: CardProps) {
  return (
    <section className="cecs-card">
      {heading && (
        <div className="cecs-card__heading">
          <h2>{heading}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** The one thing to take away from a page, tinted. */
export function SummaryBox({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section className="cecs-summary">
      <h2 className="cecs-summary__heading">{heading}</h2>
      {children}
    </section>
  );
}

/** Two columns from 1024 px on: the main matter, and what stands beside it. */
export function Columns({ even = false, children }: { readonly even?: boolean; readonly children: ReactNode }) {
  return <div className={even ? 'cecs-columns cecs-columns--even' : 'cecs-columns'}>{children}</div>;
}
