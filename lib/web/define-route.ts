import 'server-only';
import { redirect } from 'next/navigation';
import { appOrigin } from '@/lib/env';
import { anyone, type Anyone, type Ctx, type Educator, type Newcomer, type Staff } from '@/lib/shared/context';
import type { Result } from '@/lib/shared/result';
import { clock } from './request';
import { currentSignIn, educatorOf, newcomerOf, staffOf } from './session';
import { clearSessionCookie } from './session-cookies';

/** The only shape of a route handler that anyone may call: a request in, a response out, with a context of its own. */
export function defineRoute(answer: (request: Request, ctx: Ctx<Anyone>) => Promise<Response>) {
  return (request: Request): Promise<Response> =>
    answer(request, { actor: anyone, now: clock(), requestId: crypto.randomUUID() });
}

type SignedIn = Educator | Staff | Newcomer;

/** A plain form's post by whoever is signed in, answered by a redirect; ends this browser's cookie. */
export function defineSignedInPost(run: (ctx: Ctx<SignedIn>) => Promise<Result<void, never>>, next: string) {
  return async (request: Request): Promise<Response> => {
    if (request.headers.get('origin') !== appOrigin()) return new Response(null, { status: 403 });
    const signedIn = await currentSignIn();
    const actor = educatorOf(signedIn) ?? staffOf(signedIn) ?? newcomerOf(signedIn);
    if (actor) await run({ actor, now: clock(), requestId: crypto.randomUUID() });
    await clearSessionCookie();
    redirect(next);
  };
}
