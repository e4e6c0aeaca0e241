import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { KeyValues } from '@/app/_ui/key-values';
import type { DocumentOfCase } from '@/lib/documents/queries';

/** What was sent for the case, the oldest first. */
type Props = { readonly reference: string; readonly documents: readonly DocumentOfCase[] };

export function DocumentList({ reference, documents }: Props) {
  if (documents.length === 0) return null;
  return (
    <Card heading="What they sent">
      <KeyValues
        rows={documents.map((one, at) => ({ key: `Document ${at + 1}`, value: <DocumentLink reference={reference} one={one} /> }))}
      />
    </Card>
  );
}

function DocumentLink({ reference, one }: { readonly reference: string; readonly one: DocumentOfCase }) {
  return (
    <>
      <a href={`/staff/identity/${reference}/documents/${one.id}`}>{one.fileName}</a>, <DateText value={one.receivedOn} />
    </>
  );
}
