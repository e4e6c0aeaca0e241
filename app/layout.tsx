import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
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
  // Every page carries a fresh nonce, so none is rendered ahead of time.
  await connection();
  return (
    <html lang="en">
      <head>
        <FontPreloads />
      </head>
      <body>
        <ErrorReferenceProvider value={await errorReference()}>{children}</ErrorReferenceProvider>
      </body>
    </html>
  );
}
