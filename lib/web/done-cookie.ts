import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { tokenKey } from '@/lib/shared/keyed-hash';
import { cookieValue } from './request';
import { setBrowserCookie } from './session-cookies';

/** What somebody without a sign-in has just done: only their browser may be told so, whoever else opens the address of that page. */
export type Done = 'link_ended' | 'account_moved_back';

const cookie = 'cecs.done';
const minutes = 10;

/** In an action, once the command has said yes. */
export async function noteDone(what: Done, now: Date): Promise<void> {
  await setBrowserCookie(cookie, doneToken(what, now.getTime() + minutes * 60_000), minutes);
}

/** In the page that answers it. */
export async function wasJustDone(what: Done, now: Date): Promise<boolean> {
  return isTokenOf(what, (await cookieValue(cookie)) ?? '', now);
}

export function doneToken(what: Done, until: number): string {
  return `${until}.${Buffer.from(tokenKey(`done.${what}`, String(until))).toString('base64url')}`;
}

export function isTokenOf(what: Done, token: string, now: Date): boolean {
  const until = Number(token.split('.')[0]);
  if (!Number.isSafeInteger(until) || until <= now.getTime()) return false;
  const [given, right] = [Buffer.from(token), Buffer.from(doneToken(what, until))];
  return given.length === right.length && timingSafeEqual(given, right);
}
