import * as z from 'zod/mini';

const plainAddress = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;

/**
 * One plain addr-spec: no quotes, lists, comments or look-alike characters, each of which has sent mail to a stranger
 * somewhere (GHSA-5jpx-9hw9-2fx4, GHSA-7rqj-j65f-68wh).
 */
export const emailAddress = z.string().check(
  z.trim(),
  z.minLength(1, { error: 'Enter your email address, like name@example.com.' }),
  z.maxLength(254, { error: 'This email address is too long.' }),
  z.refine((typed) => plainAddress.test(typed) && !typed.includes('..') && !/(^\.)|(\.@)/.test(typed), {
    error: 'Enter an email address like name@example.com.',
  }),
);

/** What makes two spellings one address: an account's address is unique by this. */
export function emailKey(address: string): string {
  return address.trim().toLowerCase();
}

/** "p•••@example.com": enough to recognise one's own address, too little to learn another's. */
export function maskEmail(address: string): string {
  const [name = '', domain = ''] = address.split('@');
  return `${name.charAt(0)}•••@${domain}`;
}
