import type { ReactNode } from 'react';

/** Buttons side by side, the main one first; one below the other on a phone; not printed. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className="cecs-actions">{children}</div>;
}
