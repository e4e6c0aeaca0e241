import type { UploadProblem } from '@/lib/web/define-upload';

const sentences: Readonly<Record<UploadProblem, string>> = {
  no_file: 'Choose a file first.',
  empty_file: 'This file is empty. Open it to see what is in it, or take the photograph again.',
  too_large: 'This file is larger than 10 MB. Take a smaller photograph, or one page at a time.',
  wrong_kind: 'This is no PDF, JPEG, PNG or HEIC. Take a photograph of the document and send that.',
  too_many_files: 'These are too many files. Send at most 10 at once and 30 for one item, or put the pages into one PDF.',
  too_many_attempts: 'You have sent many files within an hour. Wait an hour, or bring or mail the papers.',
  nothing_to_confirm: 'There is nothing left to confirm.',
  no_open_request: 'This request is settled, so there is nothing to send a document for.',
  not_found: 'We cannot find what this file is for. Open your application again and choose the item.',
  already_decided: 'Your application is decided, so nothing more can be sent for it.',
  comes_from_others: 'This has to come from whoever signs or seals it. A file from you would not count.',
  not_needed_any_more: 'This item is done. Nothing more is needed for it.',
  sent_before: 'You have sent this very file before. Choose another one.',
};

type Said = string | string[] | undefined;

/** What was wrong with the files sent last: its name is in the address that the upload answers with. */
export function uploadProblem(file: Said, which?: Said): string | undefined {
  if (typeof file !== 'string' || !Object.hasOwn(sentences, file)) return undefined;
  const sentence = sentences[file as UploadProblem];
  return typeof which === 'string' && /^\d{1,2}$/.test(which) ? `File ${which}: ${sentence}` : sentence;
}
