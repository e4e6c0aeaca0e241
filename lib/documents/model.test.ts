import fc from 'fast-check';
import { mediaTypeOf, plainFileName } from './model';

const number = (value: number, bytes = 4) => Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex').toString('latin1');
const png = (width: number, height: number) => `\x89PNG\r\n\x1a\n${number(13)}IHDR${number(width)}${number(height)}\x08\x02\0\0\0\0\0\0\0`;
const heic = (brand: string, size = 20) => `${number(size)}ftyp${brand}\0\0\0\0${brand}`;
const zipEnd = (comment = '') => `PK\x05\x06${'\0'.repeat(16)}${String.fromCharCode(comment.length)}\0${comment}`;

test.each([
  ['%PDF-1.7', 'application/pdf'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  [png(3000, 4000), 'image/png'],
  [heic('heic'), 'image/heic'],
  [heic('mif1'), 'image/heic'],
  [heic('isom'), undefined],
  [heic('heic', 400), undefined],
  ['\x89PNG\r\n\x1a\n', undefined],
  [png(100_000, 100_000), undefined],
  [`\xff\xd8\xff${zipEnd()}`, undefined],
  [`%PDF-1.7${zipEnd('a comment')}`, undefined],
  [`%PDF-1.7 PK\x05\x06 in the middle of it`, 'application/pdf'],
  ['<html><script>', undefined],
  ['PK\x03\x04', undefined],
  ['', undefined],
])('%j is %s', (start, type) => expect(mediaTypeOf(Buffer.from(start, 'latin1'))).toBe(type));

test.each([
  ['licence.pdf', 'licence.pdf'],
  ['C:\\scans\\my licence.PDF', 'my licence.PDF'],
  ['../../etc/passwd', 'passwd'],
  ['\u202egpj.exe', 'gpj.exe'],
  ['', 'document'],
])('%j is kept as %j', (name, kept) => expect(plainFileName(name)).toBe(kept));

test('a name is never empty, never long, and never leads to a folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const kept = plainFileName(name);
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.length).toBeLessThanOrEqual(100);
      expect(kept).not.toMatch(/[/\\\p{Cc}]/u);
    }),
  );
});
