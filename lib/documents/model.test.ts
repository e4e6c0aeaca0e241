import fc from 'fast-check';
import { mediaTypeOf, plainFileName } from './model';

test.each([
  ['%PDF-1.7', 'application/pdf'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
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
