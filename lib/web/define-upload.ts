import 'server-only';
import type { SentFile } from '@/lib/documents/model';
import { appOrigin } from '@/lib/env';
import type { UploadPaperError } from '@/lib/payments/upload-paper';
import type { Ctx, Educator } from '@/lib/shared/context';
import type { Result } from '@/lib/shared/result';
import { oneAfterAnother } from './one-after-another';
import { readUpload } from './read-upload';
import { clock } from './request';
import { currentSignIn, educatorOf } from './session';

export type UploadProblem = UploadPaperError | 'nothing_to_confirm' | 'no_open_request';

type Params = Readonly<Record<string, string | undefined>>;
type Upload = (ctx: Ctx<Educator>, file: SentFile, params: Params) => Promise<Result<unknown, UploadProblem>>;

/**
 * Files posted by an educator's plain form, answered by a redirect to the page of the form, which says what became of them:
 * `?file=received`, or the first problem and which of several files it is about. Server actions take no files: their bodies are
 * held in memory before anybody is asked.
 */
export function defineUpload(run: Upload, pageOf: (params: Params) => string) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    if (request.headers.get('origin') !== appOrigin()) return new Response(null, { status: 403 });
    const params = await context.params;
    const page = pageOf(params);
    const actor = educatorOf(await currentSignIn());
    if (!actor) return leadTo(`/login?continue=${encodeURIComponent(page)}`);
    const outcomes = await readUpload(request, async (files) => {
      const done: string[] = [];
      for (const file of files) {
        done.push(
          await oneAfterAnother(async () => {
            const sent = await file.read();
            const kept = sent.ok ? await run({ actor, now: clock(), requestId: crypto.randomUUID() }, sent.value, params) : sent;
            return kept.ok ? 'received' : kept.error;
          }),
        );
      }
      return done;
    });
    return leadTo(`${page}?${saidOf(outcomes)}`);
  };
}

function saidOf(outcomes: readonly string[]): string {
  const at = outcomes.findIndex((outcome) => outcome !== 'received');
  if (at < 0) return 'file=received';
  return outcomes.length > 1 ? `file=${outcomes[at] ?? ''}&which=${at + 1}` : `file=${outcomes[at] ?? ''}`;
}

function leadTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
