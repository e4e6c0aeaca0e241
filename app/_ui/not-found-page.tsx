'use client';

import { ButtonLink } from './button';
import { ErrorPage } from './error-page';
import { PageShell } from './page-shell';

/** A client component so that every other page carries a reference to it and not the whole of it: Next puts it into each. */
export function NotFoundPage({ reference }: { readonly reference: string }) {
  return (
    <PageShell variant="public">
      <ErrorPage
        title="We cannot find that page"
        reference={reference}
        actions={
          <>
            <ButtonLink href="/">Go to the front page</ButtonLink>
            <ButtonLink href="/home" look="secondary">
              Go to my certificates
            </ButtonLink>
          </>
        }
      >
        The address may be mistyped, or the page belongs to another account. Nothing you entered is lost: go on from your home
        page.
      </ErrorPage>
    </PageShell>
  );
}
