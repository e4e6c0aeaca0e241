import { ButtonLink } from './_ui/button';
import { ErrorPage } from './_ui/error-page';
import { PageShell } from './_ui/page-shell';
import { SiteHeader } from './_ui/site-header';

export const metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <PageShell header={<SiteHeader variant="public" />}>
      <ErrorPage title="We cannot find that page" actions={<ButtonLink href="/">Go to the front page</ButtonLink>}>
        The address may be mistyped, or the page belongs to another account. Nothing you entered is lost: log in and go on
        from your home page.
      </ErrorPage>
    </PageShell>
  );
}
