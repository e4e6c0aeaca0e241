import 'server-only';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { mediaTypeOf, mostBytes, type FileProblem, type SentFile } from '@/lib/documents/model';
import { err, ok, type Result } from '@/lib/shared/result';

/** The one file of a multipart post, read as it arrives and no further than a document may be large. */
export async function readUpload(request: Request): Promise<Result<SentFile, FileProblem>> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !type.startsWith('multipart/form-data')) return err('no_file');
  const limits = { fileSize: mostBytes, files: 1, fields: 10, fieldSize: 1000, parts: 12 };
  const parser = new Busboy({ headers: { 'content-type': type }, limits });
  return new Promise((resolve) => {
    let found: Result<SentFile, FileProblem> = err('no_file');
    parser.on('file', (_name, stream, fileName) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        found = stream.truncated ? err('too_large') : fileOf(fileName ?? '', Buffer.concat(chunks));
      });
    });
    parser.on('finish', () => resolve(found));
    // A post that breaks off, or that is no multipart after all.
    parser.on('error', () => resolve(err('no_file')));
    Readable.fromWeb(request.body as ReadableStream).on('error', () => resolve(err('no_file'))).pipe(parser);
  });
}

function fileOf(fileName: string, content: Buffer): Result<SentFile, FileProblem> {
  if (content.byteLength === 0) return err('no_file');
  return mediaTypeOf(content) ? ok({ fileName, content }) : err('wrong_kind');
}
