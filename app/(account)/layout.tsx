import type { ReactNode } from 'react';
import { PageShell } from '@/app/_ui/page-shell';
import { SiteHeader } from '@/app/_ui/site-header';

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <PageShell header={<SiteHeader variant="public" />}>{children}</PageShell>;
}
