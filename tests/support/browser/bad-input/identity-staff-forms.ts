import type { Place } from '@/tests/support/browser/form-table';
import {
  bad, badForServer, birthDate, choice, each, emailAddress, invisible, line, optionalLine, paragraph, socialSecurityNumber, someSsn, tooLong, unlikelyYears,
  type Bad, type BadForm,
} from './values';

const reason = 'The passport shows it.\nSo does the birth certificate.';
const wrongReason = paragraph(/^Enter why/, 1000);
const instead = (decision: string) => ({ beside: { decision } });

/** From which of the two records a field is taken: chosen from the start, so that nobody can leave it out. */
const side: Bad[] = [bad('something else', /^Choose one of the two/, { isNotOffered: true })];
const sides = ['firstName', 'lastName', 'birthDate', 'ssn'];
const ofEach = <T>(given: T) => Object.fromEntries(sides.map((field) => [field, given]));

const neitherIsKnown = (other: string) => [{ ...badForServer('9999999999', /^No record has one of these numbers/), alsoWrong: other }];

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
  '/staff/identity/*/add-record': [
    {
      right: { ein: '5000000123' },
      wrong: {
        ein: [...each(['', 'none', '12345678901', tooLong], /^An EIN has up to ten digits/), ...[someSsn, '9999999999'].map((one) => badForServer(one, /^No record has this EIN/))],
      },
    },
  ],
  '/staff/identity/*/relink': [
    {
      right: { ein: '5000000123', reason },
      wrong: {
        ein: [...each(['', 'none', '12345678901', tooLong], /^An EIN has up to ten digits/), badForServer('9999999999', /^No record has this EIN/)],
        reason: wrongReason,
      },
    },
  ],
  '/staff/identity/*/move': [
    {
      right: { account: 'CT-7K3M-9QXZ', newEmail: 'ada@example.org', reason },
      wrong: {
        account: [bad('', /^Enter the username, the EIN/), bad(tooLong, /^Use at most 254/), badForServer('CT-AAAA-BBBB', /^No educator’s account/)],
        newEmail: emailAddress,
        reason: paragraph(/^Enter what shows that it is them/, 1000),
      },
    },
  ],
  'name: /staff/identity/*/record/*': [
    {
      right: { firstName: 'Ada', middleName: 'Byron', lastName: 'Ashbridge', suffix: 'Jr.', reason },
      wrong: {
        ...{ firstName: line(/^Enter the first name/), middleName: optionalLine(), lastName: line(/^Enter the last name/) },
        suffix: [...optionalLine(10).slice(0, 1), bad('J\u200br.', invisible)],
        reason: wrongReason,
      },
    },
  ],
  'ssn: /staff/identity/*/record/*': [{ right: { ssn: someSsn, reason }, wrong: { ssn: socialSecurityNumber, reason: wrongReason } }],
  'birth date: /staff/identity/*/record/*': [
    {
      right: { birthDateMonth: '4', birthDateDay: '28', birthDateYear: '1986', reason },
      wrong: {
        ...birthDate,
        birthDateYear: [...birthDate.birthDateYear, ...unlikelyYears(/^Nobody of that age/)],
        reason: wrongReason,
      },
    },
  ],
  // Codes that only the server can judge are counted, and few are allowed.
  'reveal: /staff/identity/*/record/*': [
    {
      right: { revealReason: 'document', otherReason: 'A court asks.', code: '000000' },
      wrong: {
        revealReason: choice(/^Choose why you need it/),
        otherReason: [bad('', /^Say what you need it for/, { beside: { revealReason: 'other' } }), ...optionalLine(200)],
        code: each(['', '12345', 'abcdef', tooLong], /^Enter the six digits/),
      },
    },
  ],
  '/staff/identity/merge': [
    { right: { stays: '5000000123', goes: '5000000124' }, wrong: { stays: neitherIsKnown('goes'), goes: neitherIsKnown('stays') } },
  ],
  'compared: /staff/identity/merge': [{ right: { ...ofEach('stays'), reason }, wrong: { ...ofEach(side), reason: wrongReason } }],
} as const satisfies Partial<Record<Place, readonly BadForm[]>>;
