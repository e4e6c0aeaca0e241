import { Alert } from '@/app/_ui/alert';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { findHome, type Home } from '@/lib/payments/home-queries';
import { dayInConnecticut, formatDay } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { requireEducator } from '@/lib/web/session';
import { Applications } from './applications';
import { Certificates } from './certificates';

export const metadata = { title: 'Home' };

export default async function HomePage() {
  const ctx = await requireEducator();
  const home = await findHome(ctx);
  const day = dayInConnecticut(ctx.now);
  return (
    <Main width="wide">
      <Headline home={home} />
      <Certificates home={home} day={day} />
      <Applications home={home} day={day} />
    </Main>
  );
}

function Headline({ home }: { home: Home }) {
  const { record, openCase } = home;
  return (
    <>
      <PageTitle caption={record ? `${record.firstName} ${record.lastName}` : undefined}>
        {record ? (
          <>
            EIN <ReferenceNumber value={record.ein} group={10} />
          </>
        ) : (
          'We are looking for your record'
        )}
      </PageTitle>
      {openCase && (
        <Alert tone="info" heading={`Case ${formatReference(openCase.reference)}: a person is looking at your record`}>
          {`You hear from us by ${formatDay(openCase.promisedBy)}. Meanwhile you can start an application; it is linked to your record once that is settled.`}
        </Alert>
      )}
      {record?.strength === 'provisional' && (
        <Alert tone="warning" heading="One thing left: confirm that it is you">
          You can renew, apply and pay. To print certificates and see your contact information, we first need to be sure it is you: the
          email address on your record is missing or another one. Call 860-713-6969, or write to teacher.cert@ct.gov from the address on
          your record.
        </Alert>
      )}
    </>
  );
}
