import { Details } from '@/app/_ui/details';
import { DocumentFigure } from '@/app/staff/document-figure';
import type { FileOfItem } from '@/lib/documents/paper-queries';
import type { OpeningReason } from '@/lib/staff/model';

type FilesProps = {
  readonly files: readonly FileOfItem[];
  readonly reference: string;
  readonly openedFor: OpeningReason;
  /** Somebody still has to look at them. */
  readonly isNew: boolean;
};

/** What the applicant sent for one item, the oldest first. */
export function Files({ files, reference, openedFor, isNew }: FilesProps) {
  if (files.length === 0) return null;
  return (
    <Details summary={`What they sent: ${files.length} ${files.length === 1 ? 'file' : 'files'}`} open={isNew}>
      {files.map((file, at) => (
        <DocumentFigure key={file.id} document={file} name={`File ${at + 1}`} address={`/staff/applications/${reference}/documents/${file.id}?for=${openedFor}`} />
      ))}
    </Details>
  );
}
