import type { ReactNode } from 'react';

/** The front page's band. ActionList overlaps its lower edge. */
export function Hero({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="cecs-hero">
      <div className="cecs-container">
        <h1>{title}</h1>
        <p className="cecs-hero__lead">{children}</p>
      </div>
    </div>
  );
}
