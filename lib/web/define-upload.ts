import 'server-only';
import type { FileProblem, SentFile } from '@/lib/documents/model';
import { appOrigin } from '@/lib/env';
import type { Ctx, Educator } from '@/lib/shared/context';
import type { Result } from '@/lib/shared/result';
import { readUpload } from './read-upload';
import { clock } from './request';
import { currentSignIn, educatorOf } from './session';

export type UploadProblem = FileProblem | 'too_many_attempts' | 'nothing_to_confirm' | 'no_open_request';

type Upload = (ctx: Ctx<Educator>, file: SentFile) => Promise<Result<unknown, UploadProblem>>;

/**
 * A file posted by an educator's plain form, answered by a redirect to the page of the form, which says what became of it:
 * `?file=received`, or the problem. Server actions take no files: their bodies are held in memory before anybody is asked.
 */
export function defineUpload(run: Upload, page: string) {
  return async (request: Request): Promise<Response> => {
    if (request.headers.get('origin') !== appOrigin()) return new Response(null, { status: 403 });
    const actor = educatorOf(await currentSignIn());
    if (!actor) return leadTo(`/login?continue=${encodeURIComponent(page)}`);
    const file = await readUpload(request);
    const done = file.ok ? await run({ actor, now: clock(), requestId: crypto.randomUUID() }, file.value) : file;
    return leadTo(`${page}?file=${done.ok ? 'received' : done.error}`);
  };
}

function leadTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
