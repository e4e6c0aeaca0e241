import type { PublicCertificate } from '@/lib/certificates/public-queries';

type Props = Pick<PublicCertificate, 'endorsementCodes' | 'endorsementTitles'>;

export function Endorsements({ endorsementCodes, endorsementTitles }: Props) {
  if (endorsementCodes.length === 0) return 'None: the certificate or permit itself says what for';
  return (
    <ul className="usa-list usa-list--unstyled">
      {endorsementCodes.map((code, position) => (
        <li key={code}>
          {code} {endorsementTitles[position]}
        </li>
      ))}
    </ul>
  );
}
