import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './errors';

export type Reply = {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Reads a body whole, up to a limit: nothing sent here is large. */
export async function readBody(req: IncomingMessage, limit = 256 * 1024): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= limit) chunks.push(bytes);
  }
  // Only now, for a connection closed on a caller who is still talking tells them nothing.
  if (size > limit) throw new ApiError(413, { type: 'invalid_request_error', message: 'The request is too large.' });
  return Buffer.concat(chunks).toString('utf8');
}

export function send(res: ServerResponse, { status, body, headers = {} }: Reply): void {
  res.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  res.end(body);
}

export function header(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
