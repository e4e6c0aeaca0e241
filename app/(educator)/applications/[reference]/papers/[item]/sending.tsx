import { Alert } from '@/app/_ui/alert';
import { Card } from '@/app/_ui/card';
import { UploadForm } from '@/app/_ui/form/upload-form';
import type { Requirement } from '@/lib/applications/requirement-model';
import { canBeUploaded, isMet } from '@/lib/applications/requirement-rules';

type SendingProps = {
  readonly item: Requirement;
  /** Of the application. */
  readonly reference: string;
  readonly isDecided: boolean;
  readonly problem: string | undefined;
};

/** What to do about an item: send files here, have somebody else send it, or nothing. */
export function Sending({ item, reference, isDecided, problem }: SendingProps) {
  const { paper, state, refusal, note } = item;
  if (isDecided || isMet(state)) return <Closed problem={problem}>{isDecided ? 'The application is decided.' : 'Nothing more is needed for this item.'}</Closed>;
  if (!canBeUploaded(paper.owedBy)) return <Closed problem={problem}>{paper.howToSend}</Closed>;
  return (
    <Card heading={state === 'received' ? 'Send more' : 'Send it here'}>
      {refusal && <p>{refusal}</p>}
      {note && <p>{note}</p>}
      <p>{paper.howToSend}</p>
      <UploadForm action={`/applications/${reference}/papers/${item.reference}/upload`} problem={problem} label="Photographs or scans" several />
    </Card>
  );
}

function Closed({ problem, children }: { readonly problem: string | undefined; readonly children: string }) {
  return (
    <>
      {problem && <Alert tone="error">{problem}</Alert>}
      <p>{children}</p>
    </>
  );
}
