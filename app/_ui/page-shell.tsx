import type { ReactNode } from 'react';
import { SiteFooter } from './site-footer';
import { SkipLink } from './skip-link';

/** Everything inside <body>: skip link, the header given, the page's <Main>, footer. */
export function PageShell({ header, children }: { readonly header: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="cecs-page">
      <SkipLink />
      {header}
      {children}
      <SiteFooter />
    </div>
  );
}
