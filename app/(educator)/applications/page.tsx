import { ApplicationList } from '@/app/home/application-list';
import { applicationRows } from '@/app/home/application-rows';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { findHome } from '@/lib/payments/home-queries';
import { requireEducator } from '@/lib/web/session';

export const metadata = { title: 'Check Status/Pay Now' };

export default async function ApplicationsPage() {
  const ctx = await requireEducator();
  const home = await findHome(ctx);
  return (
    <Main width="wide">
      <PageTitle>Check Status/Pay Now</PageTitle>
      <ApplicationList rows={applicationRows(home)} offersAnother={home.certificates.length > 0} />
    </Main>
  );
}
