/** What a document may be: scans and photographs, as phones and offices make them. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/heic'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** In bytes: a page photographed by a phone has 2 to 5 million. */
export const mostBytes = 10 * 1024 * 1024;

/** In one post: front and back of some pages. */
export const mostFilesAtOnce = 10;

export type SentFile = { readonly fileName: string; readonly content: Uint8Array };

export type FileProblem = 'no_file' | 'empty_file' | 'too_large' | 'wrong_kind';

/** Told by what is in it, whatever the file calls itself. What can be opened as something else too is none of them. */
export function mediaTypeOf(content: Uint8Array): MediaType | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const type = typeByStart(bytes);
  return type === undefined || isArchive(bytes) ? undefined : type;
}

function typeByStart(bytes: Buffer): MediaType | undefined {
  const starts = (...expected: number[]): boolean => expected.every((byte, at) => bytes[at] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return isReasonablePng(bytes) ? 'image/png' : undefined;
  return isHeic(bytes) ? 'image/heic' : undefined;
}

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

function isHeic(bytes: Buffer): boolean {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  const size = bytes.readUInt32BE(0);
  return size >= 16 && size <= bytes.length && heicBrands.includes(bytes.toString('latin1', 8, 12));
}

/** More than any camera takes: a few kilobytes of PNG can unfold into gigabytes on the screen of whoever opens it. */
const mostPixels = 200_000_000;

function isReasonablePng(bytes: Buffer): boolean {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return false;
  return bytes.readUInt32BE(16) * bytes.readUInt32BE(20) <= mostPixels;
}

const archiveEnd = Buffer.from('PK\u0005\u0006', 'latin1');
const archiveEndLength = 22;
const longestComment = 0xffff;

/** A ZIP archive is read from its end, so that one file can be a photograph and an archive. */
function isArchive(bytes: Buffer): boolean {
  const first = Math.max(0, bytes.length - archiveEndLength - longestComment);
  for (let at = bytes.lastIndexOf(archiveEnd); at >= first; at = at === 0 ? -1 : bytes.lastIndexOf(archiveEnd, at - 1)) {
    const end = at + archiveEndLength;
    if (end <= bytes.length && end + bytes.readUInt16LE(at + 20) === bytes.length) return true;
  }
  return false;
}

/** Without folders and invisible characters, and not longer than anybody reads. */
export function plainFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}"<>]/gu, '').slice(-100).trim() || 'document';
}
