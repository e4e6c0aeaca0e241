import { randomBytes } from 'node:crypto';

const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** A file as a phone or an office makes it; each another one, unless `seed` says which. */
export const files = {
  pdf: (size = 100, seed: Uint8Array = randomBytes(8)) => Buffer.concat([Buffer.from('%PDF-1.7\n'), seed, Buffer.alloc(size, 'page '), Buffer.from('\n%%EOF\n')]),
  jpeg: () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(40), Buffer.from([0xff, 0xd9])]),
  png: (width = 30, height = 40) =>
    Buffer.concat([
      ...[Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), number(13), Buffer.from('IHDR'), number(width), number(height)],
      ...[Buffer.from([8, 2, 0, 0, 0]), randomBytes(20)],
    ]),
  heic: () => Buffer.concat([number(24), Buffer.from('ftypheic'), number(0), Buffer.from('mif1heic'), randomBytes(40)]),
};

/** The end of a ZIP archive: what comes before may be anything. */
export function asArchive(start: Uint8Array, comment = ''): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([start, end, Buffer.from(comment)]);
}
