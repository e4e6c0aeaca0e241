import type { ReactNode } from 'react';
import { PageShell } from '@/app/_ui/page-shell';
import { currentSignIn } from '@/lib/web/session';

/** Shows who is signed in. Decides nothing: each page and command does. */
export async function EducatorShell({ children }: { readonly children: ReactNode }) {
  const signedIn = await currentSignIn();
  const person = signedIn && `${signedIn.firstName} ${signedIn.lastName}`;
  return (
    <PageShell variant="educator" person={person}>
      {children}
    </PageShell>
  );
}
