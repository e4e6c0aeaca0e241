import { ButtonLink } from './_ui/button';
import { ErrorPage } from './_ui/error-page';
import { PageShell } from './_ui/page-shell';
import { SiteHeader } from './_ui/site-header';

export const metadata = { title: 'Not for your role' };

export default function Forbidden() {
  return (
    <PageShell header={<SiteHeader variant="public" />}>
      <ErrorPage title="Your role does not include this page" actions={<ButtonLink href="/staff/queue">Go to the queue</ButtonLink>}>
        You are signed in, but your role may not open this page. If you need it for your work, ask your administrator.
      </ErrorPage>
    </PageShell>
  );
}
