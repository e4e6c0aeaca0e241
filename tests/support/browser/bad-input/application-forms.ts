import { formatReference, referenceOf } from '@/lib/shared/references';
import { must } from '@/lib/shared/result';
import type { Place } from '@/tests/support/browser/form-table';
import { bad, badForServer, choice, each, line, optionalLine, paragraph, personName, phoneNumber, tooLong, type BadForm } from './values';

const contact: BadForm = {
  right: { addressLine1: '12 Elm Street', addressLine2: 'Unit 3', city: 'Hartford', state: 'CT', postalCode: '06103', phone: '860 555 0123' },
  wrong: {
    addressLine1: line(/^Enter your street address/),
    addressLine2: optionalLine(),
    city: line(/^Enter your city/, 60),
    state: choice(/^Choose your state/),
    postalCode: each(['', 'ABCDE', '0610', '061033', tooLong], /^Enter a ZIP code with five digits/),
    phone: phoneNumber,
  },
};

const name = { affirmed: 'yes', signature: 'Ada Ashbridge' };
const wrongName = { affirmed: choice(/^Tick the box/), signature: personName(/^Enter your full name/) };

const no = { convicted: 'no', discipline: 'no', investigation: 'no', dismissed: 'no' };
const statement = paragraph(/^You answered yes/, 4000);
const disclosures: BadForm = {
  right: { ...no, statement: 'Nothing more.\nThat is all.' },
  wrong: {
    convicted: choice(/^Answer yes or no about convictions/),
    discipline: choice(/^Answer yes or no about denied/),
    investigation: choice(/^Answer yes or no about investigations/),
    dismissed: choice(/^Answer yes or no about dismissals/),
    statement: [...statement.map((one) => ({ ...one, beside: { dismissed: 'yes' } })), ...statement.filter(({ value }) => value !== '')],
  },
};

/** The letter is part of what is checked: these check out, and nobody was given them. */
function reference(kind: 'A' | 'R' | 'D'): string {
  return formatReference(must([0, 1, 2, 3].map((step) => referenceOf(kind, 900_000_000 + step)).find(Boolean), 'a reference that can be typed'));
}

const mistyped = reference('R').replace(/.$/, (last) => (last === '0' ? '1' : '0'));

const isNoDay = (what: string) => each(['02/30/2026', '13/01/2026', 'yesterday', '11/24/26'], new RegExp(`^Enter ${what} like 11/24/2026`));
const nextYear = String(new Date().getFullYear() + 1);
const envelope: BadForm = {
  right: {
    ...{ slipReference: reference('R'), kind: 'money_order', amount: '200', receivedOn: '11/24/2025', serial: '12345678901' },
    ...{ issuer: 'United States Postal Service', payerName: 'Ada Ashbridge', drawnOn: '11/20/2025', returnReason: 'It is torn.' },
  },
  wrong: {
    slipReference: [
      ...[bad('', /^Type or scan the reference/), bad(mistyped, /^Check the reference/), bad(tooLong, /^Check the reference/)],
      ...[bad(reference('A'), /^This is not the reference of a slip/), badForServer(reference('R'), /^No slip has this reference/)],
    ],
    kind: choice(/^Choose what was in the envelope/),
    amount: [...each(['', 'abc', '-5', '1e9', '5.5', '10000000', tooLong], /^Enter the amount in dollars/), bad('0', /more than nothing/)],
    receivedOn: [bad('', /^Enter the day it arrived/), ...isNoDay('the day it arrived'), badForServer(`01/01/${nextYear}`, /^This day has not come yet/)],
    serial: [...each(['', '–'], /^Enter the serial number/), ...optionalLine(40).slice(0, 2)],
    issuer: line(/^Enter the bank or company/, 80),
    payerName: optionalLine(),
    drawnOn: isNoDay('the date written on it'),
    returnReason: [bad('', /^Say why it goes back/, { beside: { kind: 'other' } }), ...optionalLine(200)],
  },
};

export const applicationForms = {
  '/applications/*/personal': [contact],
  '/profile/contact': [contact],
  '/applications/*/endorsement': [
    {
      right: { endorsement: '030' },
      wrong: {
        endorsement: [
          ...choice(/^Choose an endorsement/),
          bad('092', /never added to another/, { isNotOffered: true }),
          bad('098', /on a certificate of its own/, { isNotOffered: true }),
        ],
      },
    },
  ],
  '/applications/*/certificate': [
    {
      right: { endorsement: '029', program: 'Eastern Connecticut State University', finishedYear: '2024', otherState: 'no' },
      wrong: {
        endorsement: [...choice(/^Choose an endorsement/), ...choice(/^Choose an endorsement/, '999').slice(1)],
        program: line(/^Enter the college or program/, 120),
        otherState: choice(/^Answer yes or no about a certificate of another state/),
        finishedYear: each(['', '24', 'last', '1850', tooLong], /^Enter the year you finished/),
      },
    },
  ],
  '/applications/*/experience': [
    {
      right: { schoolMonths: '55', employer: 'Hartford Public Schools', highestDegree: 'master', team: 'complete' },
      wrong: {
        schoolMonths: each(['', 'abc', '-5', '5.5', '1e9', tooLong], /^Enter a whole number of school months/),
        employer: optionalLine(120),
        highestDegree: choice(/^Choose your highest degree/),
        team: choice(/^Choose where you are with TEAM/),
      },
    },
  ],
  '/applications/*/disclosures': [disclosures],
  '/applications/*/sign': [{ right: name, wrong: wrongName }],
  'duplicate: /applications/*/sign': [
    { right: { ...name, duplicateReason: 'Lost in a fire.' }, wrong: { ...wrongName, duplicateReason: optionalLine(200) } },
  ],
  '/staff/applications/*': [
    {
      right: { outcome: 'denied', reason: 'The transcript is missing.' },
      wrong: { outcome: choice(/^Choose approve or deny/), reason: paragraph(/^Say why it is denied/, 2000) },
    },
    {
      right: { requirement: '0190b0d2-0000-7000-8000-000000000001', verdict: 'accepted', receivedOn: '11/24/2025', note: 'Thank you.' },
      wrong: {
        requirement: choice(/^Choose an item/),
        verdict: choice(/^Choose what you make of it/),
        receivedOn: isNoDay('the day it arrived'),
        note: paragraph(/^Say what the applicant should know/, 1000).filter(({ value }) => value !== ''),
      },
    },
    { right: { paper: 'transcripts', about: 'Eastern' }, wrong: { paper: choice(/^Choose a paper/), about: optionalLine(100) } },
  ],
  '/staff/papers': [
    { isSearch: true, right: { find: '' }, wrong: { find: [badForServer(mistyped, /^Check the reference/), bad(reference('D'), /^No paper is awaited/)] } },
    {
      right: { item: reference('D'), receivedOn: '11/24/2025', how: 'mail' },
      wrong: {
        item: [
          ...[bad('', /^Type or scan the reference/), bad(mistyped, /^Check the reference/), bad(tooLong, /^Check the reference/)],
          ...[bad(reference('A'), /^This is not the reference of a paper/), badForServer(reference('D'), /^No paper has this reference/)],
        ],
        receivedOn: [bad('', /^Enter the day it arrived/), ...isNoDay('the day it arrived')],
        // One is chosen at first: nobody can send none.
        how: choice(/^Choose how it came/).slice(1),
      },
    },
  ],
  '/staff/mailroom': [{ isSearch: true, right: { slip: '' }, wrong: { slip: [badForServer(mistyped, /^Check the reference/), bad(reference('R'), /^No slip and no application/)] } }, envelope],
} as const satisfies Partial<Record<Place, readonly BadForm[]>>;
