import type { ReactNode } from 'react';
import { PageShell } from '@/app/_ui/page-shell';

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <PageShell variant="public">{children}</PageShell>;
}
