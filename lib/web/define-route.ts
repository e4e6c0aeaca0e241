import 'server-only';
import { anyone, type Anyone, type Ctx } from '@/lib/shared/context';
import { clock } from './request';

/** The only shape of a route handler that anyone may call: a request in, a response out, with a context of its own. */
export function defineRoute(answer: (request: Request, ctx: Ctx<Anyone>) => Promise<Response>) {
  return (request: Request): Promise<Response> =>
    answer(request, { actor: anyone, now: clock(), requestId: crypto.randomUUID() });
}
