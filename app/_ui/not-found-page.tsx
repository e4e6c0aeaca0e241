'use client';

import { ButtonLink } from './button';
import { ErrorPage } from './error-page';
import { PageShell, useErrorReference } from './page-shell';

/** Client components so that every other page carries a reference to them and not the whole of them: Next puts it into each. */
export function NotFoundPage() {
  return (
    <PageShell variant="public">
      <NotFoundMessage href="/" action="Go to the front page" />
    </PageShell>
  );
}

type NotFoundMessageProps = { readonly href: string; readonly action: string };

/** For a part of the site that has its header already. */
export function NotFoundMessage({ href, action }: NotFoundMessageProps) {
  const reference = useErrorReference();
  return (
    <ErrorPage title="We cannot find that page" reference={reference} actions={<ButtonLink href={href}>{action}</ButtonLink>}>
      The address may be mistyped, or the page belongs to another account. Nothing you saved is lost.
    </ErrorPage>
  );
}
