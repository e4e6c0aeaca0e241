import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { mostBytes, mostFilesAtOnce, type FileProblem, type SentFile } from '@/lib/documents/model';
import { err, ok, type Result } from '@/lib/shared/result';

export type UploadProblem = FileProblem | 'too_many_files';

type Arrived = { readonly read: () => Promise<Result<SentFile, UploadProblem>> };

/**
 * Reads the files of a multipart post as they arrive, no further than a document may be large, into a folder of its own that is
 * gone once `work` is done. So however many are sent at once, memory holds only those that `work` reads.
 */
export async function readUpload<T>(request: Request, work: (files: readonly Arrived[]) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cecs-upload-'));
  try {
    const files = await filesOf(request, folder);
    return await work(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filesOf(request: Request, folder: string): Promise<readonly Arrived[]> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(type)) return [refused('no_file')];
  const limits = { fileSize: mostBytes, files: mostFilesAtOnce, fields: 10, fieldSize: 1000, parts: mostFilesAtOnce + 10 };
  const parser = new Busboy({ headers: { 'content-type': type }, limits });
  const arriving: Promise<Arrived>[] = [];
  let isTooMany = false;
  parser.on('file', (_name, stream, fileName) => arriving.push(keep(stream, fileName ?? '', join(folder, String(arriving.length)))));
  for (const limit of ['filesLimit', 'partsLimit'] as const) parser.on(limit, () => (isTooMany = true));
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), parser);
  } catch {
    // A post that breaks off, or that is no multipart after all.
    await Promise.allSettled(arriving);
    return [refused('no_file')];
  }
  const files = await Promise.all(arriving);
  if (isTooMany) return [refused('too_many_files')];
  return files.length > 0 ? files : [refused('no_file')];
}

async function keep(stream: BusboyFileStream, fileName: string, path: string): Promise<Arrived> {
  let size = 0;
  stream.on('data', (chunk: Buffer) => (size += chunk.byteLength));
  try {
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
  } catch {
    return refused('no_file');
  }
  if (stream.truncated) return refused('too_large');
  // What a browser sends of a field in which no file was chosen.
  if (size === 0) return refused(fileName === '' ? 'no_file' : 'empty_file');
  return { read: async () => ok({ fileName, content: await readFile(path) }) };
}

function refused(problem: UploadProblem): Arrived {
  return { read: async () => err(problem) };
}
