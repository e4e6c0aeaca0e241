import 'server-only';
import * as z from 'zod/mini';
import { cookieValue } from './request';
import { heldFormCookie } from './session-cookies';

/** Only a path of our own: anything that could lead to another site is dropped. */
export const continueInput = z.object({
  continueTo: z.pipe(
    z.optional(z.string()),
    z.transform((path: string | undefined) => (path && /^\/(?![/\\])[\w\-./?=&%~]*$/.test(path) ? path : undefined)),
  ),
});

/**
 * Where somebody goes who has just signed in. "Acknowledge and Continue" stands before everything at each login; it then
 * leads on to the form they could not finish, or home.
 */
export async function afterSignIn(continueTo: string | undefined): Promise<string> {
  return (await cookieValue(heldFormCookie)) ? '/acknowledge' : (continueTo ?? '/home');
}
