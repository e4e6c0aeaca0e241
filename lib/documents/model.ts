/** What a document may be: scans and photographs, as phones and offices make them. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** In bytes: a page photographed by a phone has 2 to 5 million. */
export const mostBytes = 8 * 1024 * 1024;

export type SentFile = { readonly fileName: string; readonly content: Uint8Array };

export type FileProblem = 'no_file' | 'too_large' | 'wrong_kind';

/** Told by the first bytes, whatever the file calls itself. */
export function mediaTypeOf(content: Uint8Array): MediaType | undefined {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, at) => content[at] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return undefined;
}

/** Without folders and invisible characters, and not longer than anybody reads. */
export function plainFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}"<>]/gu, '').slice(-100).trim() || 'document';
}
