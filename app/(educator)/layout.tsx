import type { ReactNode } from 'react';
import { EducatorShell } from './educator-shell';

export default function EducatorLayout({ children }: { children: ReactNode }) {
  return <EducatorShell>{children}</EducatorShell>;
}
