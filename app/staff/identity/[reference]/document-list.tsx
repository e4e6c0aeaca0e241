import { Card } from '@/app/_ui/card';
import { DocumentFigure } from '@/app/staff/document-figure';
import type { DocumentOfCase } from '@/lib/documents/queries';

/** What was sent for the case, the oldest first. */
type Props = { readonly reference: string; readonly documents: readonly DocumentOfCase[] };

export function DocumentList({ reference, documents }: Props) {
  if (documents.length === 0) return null;
  return (
    <Card heading="What they sent">
      <p className="cecs-quiet">Shown as it came. A name opens the document alone, also where the browser cannot show it here.</p>
      {documents.map((one, at) => (
        <DocumentFigure key={one.id} document={one} name={`Document ${at + 1}`} address={`/staff/identity/${reference}/documents/${one.id}`} />
      ))}
    </Card>
  );
}
