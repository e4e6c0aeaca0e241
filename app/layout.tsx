import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { errorReference } from '@/lib/web/request';
import { ErrorReferenceProvider } from './_ui/page-shell';
import './_ui/styles/site.scss';

export const metadata: Metadata = { title: { default: 'Connecticut Education Certification System', template: '%s · Connecticut CECS' } };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reads the request's headers, so that no page is rendered ahead of time: each carries a fresh nonce.
  const reference = await errorReference();
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="/icon.svg" />
      </head>
      <body>
        <ErrorReferenceProvider value={reference}>{children}</ErrorReferenceProvider>
      </body>
    </html>
  );
}
