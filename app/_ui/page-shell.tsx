'use client';

import type { ReactNode } from 'react';
import { SiteFooter } from './site-footer';
import { SiteHeader, type SiteHeaderProps } from './site-header';
import { SkipLink } from './skip-link';

type PageShellProps = SiteHeaderProps & { readonly children: ReactNode };

/**
 * Everything inside <body>: skip link, header, the page's <Main>, footer. A client component although nothing in it moves: a
 * page then carries a reference to it and not all of its markup a second time, and a browser keeps it from page to page.
 */
export function PageShell({ children, ...header }: PageShellProps) {
  return (
    <div className="cecs-page">
      <SkipLink />
      <SiteHeader {...header} />
      {children}
      <SiteFooter />
    </div>
  );
}
