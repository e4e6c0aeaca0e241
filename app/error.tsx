'use client';

import { Button } from './_ui/button';
import { ErrorPage } from './_ui/error-page';
import { PageShell } from './_ui/page-shell';

type Failure = { readonly error: Error & { digest?: string } };

/** Something broke. The digest is in our log beside what went wrong; what the person typed is not. */
export default function Failed({ error }: Failure) {
  return (
    <PageShell variant="public" links={[]}>
      <ErrorPage
        title="Something went wrong on our side"
        reference={error.digest}
        actions={
          <Button type="button" onClick={() => window.location.reload()}>
            Try again
          </Button>
        }
      >
        It is not your fault, and what you had saved is safe. Try again in a minute.
      </ErrorPage>
    </PageShell>
  );
}
