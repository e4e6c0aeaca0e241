import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { findHome } from '@/lib/payments/home-queries';
import { dayInConnecticut } from '@/lib/shared/days';
import { requireEducator } from '@/lib/web/session';
import { Applications } from '@/app/(educator)/home/applications';

export const metadata = { title: 'Check Status/Pay Now' };

export default async function ApplicationsPage() {
  const ctx = await requireEducator();
  return (
    <Main width="wide">
      <PageTitle>Check Status/Pay Now</PageTitle>
      <Applications home={await findHome(ctx)} day={dayInConnecticut(ctx.now)} />
    </Main>
  );
}
