import type { UploadProblem } from '@/lib/web/define-upload';

const sentences: Readonly<Record<UploadProblem, string>> = {
  no_file: 'Choose a file first.',
  too_large: 'This file is larger than 8 MB. Take a smaller photograph, or one page at a time.',
  wrong_kind: 'This is no JPEG, PNG or PDF. Take a photograph of the document and send that.',
  too_many_attempts: 'You have sent many files within an hour. Wait an hour, or show the document at the counter.',
  nothing_to_confirm: 'There is nothing left to confirm.',
  no_open_request: 'This request is settled, so there is nothing to send a document for.',
};

/** What was wrong with the file sent last: its name is in the address that the upload answers with. */
export function uploadProblem(file: string | string[] | undefined): string | undefined {
  return typeof file === 'string' && Object.hasOwn(sentences, file) ? sentences[file as UploadProblem] : undefined;
}
