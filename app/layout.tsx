import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { errorReference } from '@/lib/web/request';
import { FontPreloads } from './_ui/font-preloads';
import { ErrorReferenceProvider } from './_ui/page-shell';
import './_ui/styles/site.scss';

export const metadata: Metadata = {
  title: { default: 'Connecticut Education Certification System', template: '%s · Connecticut CECS' },
  description: 'Apply for, renew and check Connecticut educator certificates.',
  icons: { icon: '/icon.svg' },
  robots: { index: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reads the request's headers, so that no page is rendered ahead of time: each carries a fresh nonce.
  const reference = await errorReference();
  return (
    <html lang="en">
      <head>
        <FontPreloads />
      </head>
      <body>
        <ErrorReferenceProvider value={reference}>{children}</ErrorReferenceProvider>
      </body>
    </html>
  );
}
