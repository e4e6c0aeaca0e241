import { Alert } from '@/app/_ui/alert';
import { Card } from '@/app/_ui/card';
import { KeyValues } from '@/app/_ui/key-values';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { DateText } from '@/app/_ui/date-text';
import { affirmation } from '@/lib/applications/questions-model';
import type { ApplicationRecord } from '@/lib/applications/model';
import type { Desk, Filer } from '@/lib/staff/desk-queries';

type WhoProps = { readonly filer: Filer; readonly application: ApplicationRecord; readonly maskedSsn: string | null };

export function Who({ filer, application, maskedSsn }: WhoProps) {
  const { record, link } = filer;
  return (
    <Card heading={record?.name ?? filer.accountName}>
      {!record && (
        <Alert tone="warning" heading="Not linked to a record yet" headingLevel={3}>
          An identity case is open. Until it is settled the application can be denied, but not approved.
        </Alert>
      )}
      {link?.strength === 'provisional' && (
        <Alert tone="warning" heading="The link is provisional" headingLevel={3}>
          {`Whoever applied signed in as ${link.typedName} and knew SSN and birth date; no second channel has confirmed them yet.`}
        </Alert>
      )}
      <KeyValues
        rows={[
          { key: 'EIN', value: record ? <ReferenceNumber value={record.ein} group={10} /> : 'None yet' },
          ...(maskedSsn ? [{ key: 'Social Security number', value: <MaskedSsn value={maskedSsn} /> }] : []),
          { key: 'Account', value: filer.accountName },
          { key: 'Email', value: filer.email },
          { key: 'In the queue since', value: application.queuedOn ? <DateText value={application.queuedOn} /> : 'Not yet' },
        ]}
      />
    </Card>
  );
}

function MaskedSsn({ value }: { value: string }) {
  return (
    <span className="cecs-reference">
      <span aria-hidden="true">{value}</span>
      <span className="usa-sr-only">ending in {value.slice(-4)}</span>
    </span>
  );
}

/** What was affirmed, by whom and exactly when: the proof of filing. */
export function Signature({ view }: Pick<Desk, 'view'>) {
  const { submittedAt } = view.application;
  return (
    <>
      <h3>Signature</h3>
      <KeyValues
        rows={[
          { key: 'Signed', value: view.signature ?? 'Nothing' },
          { key: 'Filed', value: submittedAt ? <DateText value={submittedAt} /> : 'Not yet' },
        ]}
      />
      <p className="cecs-quiet">{affirmation}</p>
    </>
  );
}
