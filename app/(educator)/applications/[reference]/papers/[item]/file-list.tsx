import { DateText } from '@/app/_ui/date-text';
import type { FileOfItem } from '@/lib/documents/paper-queries';

/** What was sent for an item. Whoever sent it knows it by its name; only staff open it. */
export function FileList({ files }: { readonly files: readonly FileOfItem[] }) {
  if (files.length === 0) return null;
  return (
    <>
      <h2>What you have sent</h2>
      <ul>
        {files.map(({ id, fileName, receivedOn, scanVerdict }) => (
          <li key={id}>
            {fileName}, <DateText value={receivedOn} />
            {scanVerdict === 'infected' && (
              <strong>: we found a virus in this file and set it aside. Nobody opens it. Send the document again from another device.</strong>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
