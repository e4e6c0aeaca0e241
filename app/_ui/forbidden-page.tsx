'use client';

import { ButtonLink } from './button';
import { ErrorPage } from './error-page';
import { PageShell, useErrorReference } from './page-shell';

/** A client component so that every other page carries a reference to it and not the whole of it: Next puts it into each. */
export function ForbiddenPage() {
  const reference = useErrorReference();
  return (
    <PageShell variant="public" links={[]}>
      <ErrorPage
        title="Your role does not include this page"
        reference={reference}
        actions={<ButtonLink href="/staff">Go to my work</ButtonLink>}
      >
        You are logged in, but your role may not open this page. If you need it for your work, ask your administrator.
      </ErrorPage>
    </PageShell>
  );
}
