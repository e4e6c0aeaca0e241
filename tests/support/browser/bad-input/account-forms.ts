import { personalPassword } from '@/tests/support/browser/account';
import type { Place } from '@/tests/support/browser/form-table';
import {
  addressTwice, bad, badForServer, birthDate, choice, each, emailAddress, guessablePassword, line, mailedCode, newPassword, optionalLine, paragraph, personName, phoneNumber,
  samePasswordAgain, socialSecurityNumber, someSsn, tooLong, unlikelyYears, withSsn, type Bad, type BadForm,
} from './values';

const chosenPassword = 'copper window seventeen geese';
const newTwice = { newPassword: chosenPassword, confirmPassword: chosenPassword };
const wrongNewPassword = { newPassword: [...newPassword(15), ...guessablePassword], confirmPassword: samePasswordAgain };
const name = { firstName: 'Ada', lastName: 'Ashbridge' };
const wrongName = { firstName: personName(/^Enter your first name/), lastName: personName(/^Enter your last name/) };
const born = { birthDateMonth: '4', birthDateDay: '28', birthDateYear: '1986' };
const bornUnlikely = (says: RegExp) => ({ ...birthDate, birthDateYear: [...birthDate.birthDateYear, ...unlikelyYears(says)] });
const address = { email: 'ada@example.org', verifyEmail: 'ada@example.org' };

/** Sent as part of the address, which is no place for secrets and comes back within each page. Nothing is checked before. */
const asked = (what: string, most?: number): Bad[] => {
  const [missing, ...rest] = line(new RegExp(`^Enter the ${what}`), most).filter((one) => one !== withSsn);
  return [...(missing ? [{ ...missing, onlyServerKnows: true } as const] : []), ...rest];
};

/** The same of what is chosen. */
const askedChoice = (says: RegExp): Bad[] => choice(says).map((one) => (one.value === '' ? { ...one, onlyServerKnows: true } : one));

export const accountForms = {
  '/create-account': [{ right: { ...name, ...address }, wrong: { ...wrongName, ...addressTwice } }],
  '/create-account/sent': [{ right: address, wrong: addressTwice }],
  '/login': [
    {
      right: { username: 'CT-7K3M-9QXZ', password: chosenPassword },
      wrong: {
        username: [bad('', /^Enter your username/), bad(tooLong, /too long/)],
        password: [bad('', /^Enter your password/), bad(tooLong, /too long/)],
      },
    },
  ],
  '/login/code': [
    {
      right: { code: '000000' },
      wrong: { code: [...each(['', '12345', 'abcdef', tooLong], /^Enter the six digits/), badForServer('000000', /^That code is not right/)] },
    },
  ],
  '/forgot-username': [{ right: { email: 'ada@example.org' }, wrong: { email: emailAddress } }],
  '/forgot-password': [
    { right: { username: 'CT-7K3M-9QXZ' }, wrong: { username: [bad('', /^Enter your username or your email/), bad(tooLong, /too long/)] } },
  ],
  '/lost-email': [
    {
      right: {
        ...{ ...name, username: 'CT-7K3M-9QXZ', oldEmail: 'ada@example.com', newEmail: 'ada@example.org', phone: '860 555 0123' },
        message: 'My school closed.\nSo did its mailboxes.',
      },
      wrong: {
        ...{ ...wrongName, username: optionalLine(40), oldEmail: emailAddress.slice(1), newEmail: emailAddress, phone: phoneNumber },
        message: paragraph(/^Say what happened/, 1000),
      },
    },
  ],
  '/not-me': [
    {
      right: { code: 'ABCDE-FGHJK' },
      wrong: { code: mailedCode(/^This code is not right/) },
    },
  ],
  '/what-do-i-need': [
    {
      right: { holds: 'INITIAL', wants: 'keep', trained: 'elsewhere', months: '12' },
      wrong: {
        holds: askedChoice(/^Choose what you hold/),
        wants: askedChoice(/^Choose what you want/),
        trained: askedChoice(/^Say where you were prepared/),
        months: [badForServer('', /^Enter a whole number/), ...each(['-1', '1.5', 'ten', '1000', tooLong], /^Enter a whole number/)],
      },
    },
  ],
  '/check': [
    {
      right: { number: 'K000-04K2' },
      wrong: { number: [...asked('certificate number', 40), bad('K000/04K2', /letters and digits only/)] },
    },
    { right: name, wrong: { lastName: asked('last name'), firstName: asked('first name') } },
  ],
  '/set-password': [
    {
      right: { temporaryPassword: '', ...newTwice },
      wrong: {
        temporaryPassword: [
          ...[bad('', /^Paste the temporary password/), bad(tooLong, /too long/)],
          badForServer('AAAAA-BBBBB-CCCCC-DDDDD-EEEEEE', /^This is not the temporary password/),
        ],
        ...wrongNewPassword,
      },
    },
  ],
  '/register': [
    {
      right: { ssn: someSsn, ...name, ...born, email: 'ada@example.org' },
      wrong: { ssn: socialSecurityNumber, ...wrongName, ...bornUnlikely(/^Check the year/), email: emailAddress },
    },
  ],
  '/register/more': [
    {
      right: { everHeld: 'not_sure', previousLastName: 'Oldbridge', previousFirstName: 'Adele', ein: '5000000123', certificateNumber: 'K000-04K2' },
      wrong: {
        ...{ everHeld: choice(/^Choose yes, no or not sure/), previousLastName: optionalLine(), previousFirstName: optionalLine() },
        ein: each(['none', '123', '412886001', tooLong], /^An EIN has ten digits/),
        certificateNumber: each(['K000/04K2', 'K1', tooLong], /^A certificate number has letters and digits only/),
      },
    },
  ],
  '/profile/name': [
    {
      right: { lastName: 'Newbridge', ...born },
      wrong: {
        lastName: [...personName(/^Enter your new last name/), badForServer(({ ownLastName = '' }) => ownLastName, /^This is the last name on your record/)],
        ...bornUnlikely(/^This is not the date of birth on your record/),
      },
    },
  ],
  '/profile/email': [
    {
      right: { email: 'another@example.org' },
      wrong: { email: [...emailAddress, badForServer(({ ownEmail = '' }) => ownEmail, /^This is your email address already/)] },
    },
  ],
  'codes sent: /profile/email': [
    {
      right: { code: 'ABCDE-FGHJK' },
      wrong: { code: mailedCode(/^This is neither of the two codes/) },
    },
    { right: { email: 'another@example.org' }, wrong: { email: emailAddress } },
  ],
  '/profile/password': [
    {
      right: { currentPassword: personalPassword, ...newTwice },
      wrong: {
        currentPassword: [
          ...[bad('', /^Enter your present password/), bad(tooLong, /too long/)],
          badForServer('violet kettle nine pebbles', /^This is not your present password/),
        ],
        ...wrongNewPassword,
      },
    },
  ],
  '/staff/join': [
    {
      right: { code: 'ABCDE-FGHJK', ...name, ...newTwice },
      wrong: {
        code: [bad('', /^Paste the code/), bad(tooLong, /too long/), badForServer('ABCDE-FGHJK', /^This code is not right/)],
        ...{ ...wrongName, newPassword: newPassword(12), confirmPassword: samePasswordAgain },
      },
    },
  ],
} as const satisfies Partial<Record<Place, readonly BadForm[]>>;
