import { personalPassword } from '@/tests/support/browser/account';
import type { Place } from '@/tests/support/browser/form-table';
import {
  bad, badForServer, choice, each, emailAddress, mailedCode, optionalLine, paragraph, tooLong, withSsn, type Bad, type BadForm,
} from './values';

const notRight = mailedCode(/^This code is not right/);
const code: BadForm = { right: { code: 'ABCDE-FGHJK' }, wrong: { code: notRight } };
const addressedCode: BadForm = { right: { email: 'ada@example.org', code: 'ABCDE-FGHJK' }, wrong: { email: emailAddress, code: notRight } };

/** What educators are asked about who they are, and about a record that is wrong. */
export const identityForms = {
  '/lost-email/code': [addressedCode],
  '/lost-email/new-address': [code],
  '/lost-email/not-me': [addressedCode],
  'code sent: /confirm': [code],
  '/profile/correction': [
    {
      right: { wrong: 'first_name', right: 'Adele', message: 'A letter is missing.' },
      wrong: {
        wrong: choice(/^Choose what is wrong/),
        right: [
          ...[bad('', /^Enter the name as it should be/), bad('Adele', /^Leave this empty/, { beside: { wrong: 'birth_date' } })],
          ...optionalLine().map((one): Bad => (one === withSsn ? { ...one, isForgotten: true } : one)),
        ],
        message: [
          ...paragraph(/./, 1000).slice(1),
          ...each(['I was born on April 28, 1986.', 'It is 4/28/1986.'], /^Leave dates out/, { isForgotten: true }),
        ],
      },
    },
  ],
  '/profile/certificate-problem': [
    {
      right: { certificate: 'missing', about: 'Professional, 2012', message: 'It is not there.\nIt was before.' },
      wrong: {
        certificate: [...choice(/^Choose which certificate/), bad('K00004K2', /^Choose one of your certificates/, { isNotOffered: true })],
        about: [bad('', /^Enter what you know of it/), ...optionalLine(200).slice(0, 2)],
        message: paragraph(/^Say what is wrong/, 1000),
      },
    },
  ],
  '/profile/second-email': [
    {
      right: { email: 'another@example.org', currentPassword: personalPassword },
      wrong: {
        email: [...emailAddress, badForServer(({ ownEmail = '' }) => ownEmail, /^This is the email address of your account/)],
        currentPassword: [
          ...[bad('', /^Enter your present password/), bad(tooLong, /too long/)],
          badForServer('violet kettle nine pebbles', /^This is not your present password/),
        ],
      },
    },
  ],
  'code sent: /profile/second-email': [code],
} as const satisfies Partial<Record<Place, readonly BadForm[]>>;
