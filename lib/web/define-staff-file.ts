import 'server-only';
import type { Ctx, Staff } from '@/lib/shared/context';
import { clock } from './request';
import { currentSignIn, staffOf } from './session';

type Params = Readonly<Record<string, string | undefined>>;
type File = { readonly fileName: string; readonly mediaType: string; readonly content: Uint8Array };

/** A file for staff alone, kept by no cache. Whoever may not have it, and whoever is nobody, finds nothing there. */
export function defineStaffFile(find: (ctx: Ctx<Staff>, params: Params) => Promise<File | undefined>) {
  return async (_request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const actor = staffOf(await currentSignIn());
    const file = actor && (await find({ actor, now: clock(), requestId: crypto.randomUUID() }, await params));
    if (!file) return new Response('Not found', { status: 404 });
    const headers = {
      'content-type': file.mediaType,
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      'cache-control': 'no-store',
    };
    return new Response(Uint8Array.from(file.content), { headers });
  };
}
