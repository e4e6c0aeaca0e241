import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { KeyValues } from '@/app/_ui/key-values';
import { Lines } from '@/app/_ui/lines';
import type { Contact, MyProfile } from '@/lib/identity/contact-queries';
import { formatReference } from '@/lib/shared/references';
import { formatDay } from '@/lib/shared/days';

type Props = { readonly profile: MyProfile };

export function NameCard({ profile: { record, openCase } }: Props) {
  if (!record) {
    return (
      <Card heading="Your name">
        <p>
          We are still looking for your record
          {openCase && ` (case ${formatReference(openCase.reference)}; you hear from us by ${formatDay(openCase.promisedBy)})`}. Your
          name and address can be changed once it is found.
        </p>
      </Card>
    );
  }
  return (
    <Card heading="Your name">
      <KeyValues
        rows={[
          { key: 'Last name', value: record.lastName, changeHref: record.strength === 'full' ? '/profile/name' : undefined },
          { key: 'First name', value: record.firstName },
          { key: 'EIN', value: record.ein },
        ]}
      />
      <ul className="usa-list">
        <li>
          <a href="/ein-letter">A letter with your EIN</a>, to print
        </li>
        <li>
          <a href="/profile/correction">My name or date of birth on record is wrong</a>
        </li>
      </ul>
    </Card>
  );
}

export function CertificateCard() {
  return (
    <Card heading="Your certificates">
      <p>
        They are on <a href="/home">your home page</a>. Is one not there, or not as it should be?{' '}
        <a href="/profile/certificate-problem">A certificate is missing or wrong</a>
      </p>
    </Card>
  );
}

export function ContactCard({ profile: { record, contact } }: Props) {
  if (!record) return null;
  if (record.strength !== 'full') {
    return (
      <Card heading="Address and phone">
        <p>
          We show and change these once it is confirmed that the record is yours. <a href="/confirm">Confirm it is you</a>
        </p>
      </Card>
    );
  }
  const lines = contact ? addressLines(contact) : [];
  if (lines.length === 0 && !contact?.phone) {
    return (
      <Card heading="Address and phone">
        <p>We have none on record. With them we can mail you a duplicate, and call you if something is unclear.</p>
        <ButtonLink href="/profile/contact" look="secondary">
          Add address and phone
        </ButtonLink>
      </Card>
    );
  }
  return (
    <Card heading="Address and phone">
      <KeyValues
        rows={[
          { key: 'Address', value: lines.length > 0 ? <address><Lines of={lines} /></address> : 'None on record', changeHref: '/profile/contact' },
          { key: 'Phone number', value: contact?.phone ?? 'None on record', changeHref: '/profile/contact' },
        ]}
      />
    </Card>
  );
}

function addressLines({ addressLine1, addressLine2, city, state, postalCode }: Contact): string[] {
  const place = [city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [addressLine1, addressLine2, place].filter((part): part is string => Boolean(part));
}
