'use client';

import { Alert } from '@/app/_ui/alert';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { formatDay, type Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { ApplicationList, type ApplicationRow } from './application-list';
import { CertificateList, type CertificateRow } from './certificate-list';

type HeadlineProps = {
  readonly record: { readonly ein: string; readonly firstName: string; readonly lastName: string; readonly isFull: boolean } | null;
  readonly openCase: { readonly reference: string; readonly promisedBy: Day } | null;
};

type HomeViewProps = HeadlineProps & {
  readonly certificates: readonly CertificateRow[];
  readonly applications: readonly ApplicationRow[];
};

/** A client component, although nothing in it moves: the page carries what it shows once as HTML and then as data only. */
export function HomeView({ record, openCase, certificates, applications }: HomeViewProps) {
  return (
    <Main width="wide">
      <Headline record={record} openCase={openCase} />
      <CertificateList rows={certificates} isSearching={record === null} />
      <ApplicationList rows={applications} offersAnother={certificates.length > 0} />
    </Main>
  );
}

function Headline({ record, openCase }: HeadlineProps) {
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
      {record?.isFull && (
        <ul className="cecs-links">
          <li>
            <a href="/ein-letter">Print a letter with your EIN</a>
          </li>
        </ul>
      )}
      {openCase && (
        <Alert tone="info" heading={`Case ${formatReference(openCase.reference)}: a person is looking at your record`}>
          {`You hear from us by ${formatDay(openCase.promisedBy)}. Meanwhile you can start an application; it is linked to your record once that is settled.`}
        </Alert>
      )}
      {record?.isFull === false && (
        <Alert tone="warning" heading="One thing left: confirm that it is you">
          You can renew, apply and pay. To print certificates and see your contact information, show us once that the record is
          yours. <a href="/confirm">Confirm it is you</a>
        </Alert>
      )}
    </>
  );
}
