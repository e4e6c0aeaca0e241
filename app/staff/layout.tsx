import type { ReactNode } from 'react';
import { PageShell } from '@/app/_ui/page-shell';
import { staffLinks, type StaffLink } from '@/app/_ui/site-links';
import { allows } from '@/lib/shared/permissions';
import { requestPath } from '@/lib/web/request';
import { currentSignIn, staffOf } from '@/lib/web/session';

/** Shows who is signed in and where they may go. Decides nothing: each page and command does. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const signedIn = await currentSignIn();
  const staff = staffOf(signedIn);
  if (!signedIn || !staff) return <PageShell variant="public">{children}</PageShell>;
  const links = staffLinks.filter((link) => allows(staff, link.needs));
  const person = `${signedIn.firstName} ${signedIn.lastName}`;
  const current = sectionOf(await requestPath(), links);
  return (
    <PageShell variant="staff" links={links} current={current} person={person}>
      {children}
    </PageShell>
  );
}

/** An application belongs to the queue. */
function sectionOf(path: string, links: readonly StaffLink[]): string | undefined {
  const page = path.replace('/staff/applications', '/staff/queue');
  return links.find((link) => page.startsWith(link.href))?.href;
}
