'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { SiteFooter } from './site-footer';
import { SiteHeader, type SiteHeaderProps } from './site-header';
import { SkipLink } from './skip-link';

/*
 * Client components although nothing in them moves: a page carries a reference to them and not all of their markup a second
 * time, and a browser keeps them from page to page. Both stand in one file because the root layout uses the second: what it
 * loads is not loaded again with the not-found, forbidden and error pages, which Next adds to every page.
 */

type PageShellProps = SiteHeaderProps & { readonly children: ReactNode };

/** Everything inside <body>: skip link, header, the page's <Main>, footer. */
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

const ErrorReference = createContext<string | undefined>(undefined);

type ErrorReferenceProviderProps = { readonly value: string; readonly children: ReactNode };

/** Said once, by the root layout, for whichever page the request turns out to be. */
export function ErrorReferenceProvider({ value, children }: ErrorReferenceProviderProps) {
  return <ErrorReference value={value}>{children}</ErrorReference>;
}

/** What to quote on the phone about this request. */
export function useErrorReference(): string | undefined {
  return useContext(ErrorReference);
}
