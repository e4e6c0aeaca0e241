import type { Place } from '@/tests/support/browser/form-table';
import {
  bad, badForServer, birthDate, choice, each, emailAddress, invisible, line, optionalLine, paragraph, socialSecurityNumber, someSsn, tooLong, unlikelyYears,
  type Bad, type BadForm,
} from './values';

const reason = 'The passport shows it.\nSo does the birth certificate.';
/** Left empty, a reason says what to write and who reads it. */
const wrongReason = (what: string, use = 'The second person reads it') => paragraph(new RegExp(`^Say what shows ${what}\\. ${use}\\.$`), 1000);
const instead = (decision: string) => ({ beside: { decision } });

/** From which of the two records a field is taken: chosen from the start, so that nobody can leave it out. */
const side: Bad[] = [bad('something else', /^Choose one of the two/, { isNotOffered: true })];
const sides = ['firstName', 'lastName', 'birthDate', 'ssn'];
const ofEach = <T>(given: T) => Object.fromEntries(sides.map((field) => [field, given]));

const isSsn = /^This looks like a Social Security number/;
/** Nine digits do not come back. */
const typedEin: Bad[] = [
  ...[bad('', /^Enter the EIN/), bad(someSsn, isSsn, { isForgotten: true }), bad(someSsn.replaceAll('-', ''), isSsn, { isForgotten: true })],
  ...[...each(['none', '12345678901', tooLong], /^An EIN has up to ten digits/), badForServer('9999999999', /^No record has this EIN/)],
];

/** Codes that only the server can judge are counted, and few are allowed. */
const reveal: BadForm = {
  right: { revealReason: 'document', otherReason: 'A court asks.', code: '000000' },
  wrong: {
    revealReason: choice(/^Choose why you need it/),
    otherReason: [bad('', /^Say what you need it for/, { beside: { revealReason: 'other' } }), ...optionalLine(200)],
    code: each(['', '12345', 'abcdef', tooLong], /^Enter the six digits/),
  },
};

/** What staff are asked when they settle who somebody is. */
export const identityStaffForms = {
  '/staff/identity/*': [
    {
      right: { decision: 'ask', note: reason, letter: 'A copy of your passport.\nIts first page is enough.' },
      wrong: {
        decision: choice(/^Choose what you decide/),
        note: [bad('', /^Say what you relied on/, instead('confirm')), ...paragraph(/./, 1000).slice(1)],
        letter: [
          ...[bad('', /^Write what the educator is to read/), bad('', /^Write what the educator is to read/, instead('reject'))],
          ...paragraph(/./, 1000).slice(1),
        ],
      },
    },
  ],
  '/staff/identity/*/relink': [
    {
      right: { ein: '5000000123', reason },
      wrong: {
        ein: [...each(['', 'none', '12345678901', tooLong], /^An EIN has up to ten digits/), badForServer('9999999999', /^No record has this EIN/)],
        reason: wrongReason('that the record is theirs'),
      },
    },
  ],
  '/staff/identity/*/move': [
    {
      right: { account: 'CT-7K3M-9QXZ', newEmail: 'ada@example.org', reason },
      wrong: {
        account: [bad('', /^Enter the username, the EIN/), bad(tooLong, /^Use at most 254/), badForServer('CT-AAAA-BBBB', /^No educator’s account/)],
        newEmail: emailAddress,
        reason: wrongReason('that it is them'),
      },
    },
  ],
  'name: /staff/identity/*/record/*': [
    {
      right: { firstName: 'Ada', middleName: 'Byron', lastName: 'Ashbridge', suffix: 'Jr.', reason },
      wrong: {
        ...{ firstName: line(/^Enter the first name/), middleName: optionalLine(), lastName: line(/^Enter the last name/) },
        suffix: [...optionalLine(10).slice(0, 1), bad('J\u200br.', invisible)],
        reason: wrongReason('the right name', 'It stays in the file'),
      },
    },
  ],
  'ssn: /staff/identity/*/record/*': [{ right: { ssn: someSsn, reason }, wrong: { ssn: socialSecurityNumber, reason: wrongReason('which number is right') } }],
  'birth date: /staff/identity/*/record/*': [
    {
      right: { birthDateMonth: '4', birthDateDay: '28', birthDateYear: '1986', reason },
      wrong: {
        ...birthDate,
        birthDateYear: [...birthDate.birthDateYear, ...unlikelyYears(/^Nobody of that age/)],
        reason: wrongReason('which date is right'),
      },
    },
  ],
  'reveal: /staff/identity/*/record/*': [reveal],
  '/staff/identity/proposals/*': [reveal],
  // Whoever comes to it knows two that there are.
  '/staff/identity/merge': [{ right: { stays: '5000000123', goes: '5000000124' }, wrong: { stays: typedEin, goes: typedEin } }],
  'compared: /staff/identity/merge': [{ right: { ...ofEach('stays'), reason }, wrong: { ...ofEach(side), reason: wrongReason('that they are one person') } }],
} as const satisfies Partial<Record<Place, readonly BadForm[]>>;
