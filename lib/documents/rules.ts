import type { Limit } from '@/lib/shared/limit';
import { err, ok, type Result } from '@/lib/shared/result';
import { mediaTypeOf, mostBytes, type FileProblem, type MediaType, type SentFile } from './model';

/** security.md §3.7. */
export const uploadLimit: Limit = { scope: 'upload.account', most: 20, seconds: 60 * 60 };

/** Of papers for applications: some have many pages, photographed one by one. */
export const paperLimit: Limit = { scope: 'upload.papers', most: 100, seconds: 60 * 60 };

/** For one item of an application. */
export const mostFilesPerItem = 30;

/** Whether a file may be kept at all, and as what. */
export function kindOfFile({ content }: SentFile): Result<MediaType, FileProblem> {
  if (content.byteLength === 0) return err('empty_file');
  if (content.byteLength > mostBytes) return err('too_large');
  const mediaType = mediaTypeOf(content);
  return mediaType ? ok(mediaType) : err('wrong_kind');
}
