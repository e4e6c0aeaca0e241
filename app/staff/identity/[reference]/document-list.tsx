import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import type { DocumentOfCase } from '@/lib/documents/queries';

/** What was sent for the case, the oldest first. */
type Props = { readonly reference: string; readonly documents: readonly DocumentOfCase[] };

export function DocumentList({ reference, documents }: Props) {
  if (documents.length === 0) return null;
  return (
    <Card heading="What they sent">
      <p className="cecs-quiet">Shown as it came. A name opens the document alone, also where the browser cannot show it here.</p>
      {documents.map((one, at) => (
        <Document key={one.id} one={one} name={`Document ${at + 1}`} address={`/staff/identity/${reference}/documents/${one.id}`} />
      ))}
    </Card>
  );
}

type DocumentProps = { readonly one: DocumentOfCase; readonly name: string; readonly address: string };

function Document({ one, name, address }: DocumentProps) {
  return (
    <figure className="cecs-document">
      <figcaption>
        {name}: <a href={address}>{one.fileName}</a>, <DateText value={one.receivedOn} />
      </figcaption>
      {one.mediaType === 'application/pdf' ? (
        <iframe className="cecs-document__pages" title={`${name}: ${one.fileName}`} src={address} loading="lazy" />
      ) : (
        // eslint-disable-next-line @next/next/no-img-element -- Next would keep a smaller copy of somebody's passport
        <img className="cecs-document__image" alt={`${name}, as it was sent`} src={address} loading="lazy" />
      )}
    </figure>
  );
}
