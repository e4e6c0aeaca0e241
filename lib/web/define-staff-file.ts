import 'server-only';
import type { MediaType } from '@/lib/documents/model';
import type { Ctx, Staff } from '@/lib/shared/context';
import { clock } from './request';
import { currentSignIn, staffOf } from './session';

type Params = Readonly<Record<string, string | undefined>>;
type File = { readonly fileName: string; readonly mediaType: MediaType; readonly content: Uint8Array };

/**
 * A file for staff alone, kept by no cache. Whoever may not have it, and whoever is nobody, finds nothing there. `?for=`, where the
 * address has it, is the reason for which its page was opened.
 */
export function defineStaffFile(find: (ctx: Ctx<Staff>, params: Params) => Promise<File | undefined>) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const actor = staffOf(await currentSignIn());
    const openedFor = new URL(request.url).searchParams.get('for') ?? undefined;
    const file = actor && (await find({ actor, now: clock(), requestId: crypto.randomUUID() }, { ...(await params), openedFor }));
    if (!file) return new Response('Not found', { status: 404 });
    // Most browsers show no HEIC.
    const shown = file.mediaType === 'image/heic' ? 'attachment' : 'inline';
    const headers = {
      'content-type': file.mediaType,
      'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      'cache-control': 'no-store',
    };
    return new Response(Uint8Array.from(file.content), { headers });
  };
}
