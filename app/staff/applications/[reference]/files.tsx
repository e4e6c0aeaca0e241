import { Details } from '@/app/_ui/details';
import { requirementTitle } from '@/app/_ui/requirement-state';
import { DocumentFigure } from '@/app/staff/document-figure';
import type { Requirement } from '@/lib/applications/requirement-model';
import type { FileOfItem } from '@/lib/documents/paper-queries';
import type { OpeningReason } from '@/lib/staff/model';

type FilesProps = {
  readonly files: readonly FileOfItem[];
  readonly reference: string;
  readonly openedFor: OpeningReason;
  readonly item: Requirement;
};

/** What the applicant sent for one item, the oldest first. */
export function Files({ files, reference, openedFor, item }: FilesProps) {
  if (files.length === 0) return null;
  return (
    <Details summary={`${requirementTitle(item)}: ${files.length} ${files.length === 1 ? 'file' : 'files'} sent`} open={item.state === 'received'}>
      {files.map((file, at) => (
        <DocumentFigure key={file.id} document={file} name={`File ${at + 1}`} address={`/staff/applications/${reference}/documents/${file.id}?for=${openedFor}`} />
      ))}
    </Details>
  );
}
