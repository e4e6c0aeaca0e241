import type { FieldTable } from './fields';

const name = (autocomplete: string) => `text autocomplete=${autocomplete} autocapitalize=words spellcheck=false`;
const code = (autocomplete: string, autocapitalize = 'none', inputmode = 'text') =>
  `text inputmode=${inputmode} autocomplete=${autocomplete} autocapitalize=${autocapitalize} spellcheck=false`;
const ein = code('off', 'none', 'numeric');
const printed = code('off', 'characters');
const email = (autocomplete = 'email') => `email inputmode=email autocomplete=${autocomplete} autocapitalize=none spellcheck=false`;
const password = (which: 'current' | 'new') => `password autocomplete=${which}-password autocapitalize=none spellcheck=false`;
const digits = (autocomplete = 'off') => `text inputmode=numeric autocomplete=${autocomplete}`;
const phone = 'tel inputmode=tel autocomplete=tel';
const words = 'textarea autocomplete=off';
const select = 'select autocomplete=off';
const birthDate = {
  birthDateMonth: `${digits('bday-month')} spellcheck=false`,
  birthDateDay: `${digits('bday-day')} spellcheck=false`,
  birthDateYear: `${digits('bday-year')} spellcheck=false`,
};
const contact = {
  addressLine1: 'text autocomplete=address-line1',
  addressLine2: 'text autocomplete=address-line2',
  city: 'text autocomplete=address-level2',
  state: 'select autocomplete=address-level1',
  postalCode: digits('postal-code'),
  phone,
};
const signature = { affirmed: 'checkbox', signature: name('name') };

const reveal = { revealReason: 'radio', otherReason: 'text autocomplete=off', code: code('one-time-code', 'none', 'numeric') };

const dollars = 'text inputmode=decimal autocomplete=off';
const whenAndWhy = { fromDay: digits(), source: 'text autocomplete=off', note: words };

/** Every field of every form, by the page it is on. */
export const formTable = {
  '/': {},
  '/help': {},
  '/fees': {},
  '/waiting-times': {},
  '/privacy': {},
  '/accessibility': {},
  '/create-account': { lastName: name('family-name'), firstName: name('given-name'), email: email(), verifyEmail: email() },
  '/create-account/sent': { email: email(), verifyEmail: email() },
  '/login': { username: code('username'), password: password('current') },
  '/login/code': { code: code('one-time-code', 'none', 'numeric') },
  '/forgot-username': { email: email() },
  '/forgot-password': { username: code('username') },
  '/lost-email': {
    firstName: name('given-name'),
    lastName: name('family-name'),
    username: code('off'),
    oldEmail: email('off'),
    newEmail: email(),
    phone,
    message: words,
  },
  '/lost-email/code': { email: email(), code: printed },
  '/lost-email/new-address': { code: printed },
  '/lost-email/not-me': { email: email(), code: printed },
  '/not-me': { code: code('off', 'characters') },
  '/what-do-i-need': { holds: 'select autocomplete=off', wants: 'radio', trained: 'radio', months: digits() },
  '/check': { number: printed, lastName: name('off'), firstName: name('off') },
  '/set-password': { temporaryPassword: password('current'), newPassword: password('new'), confirmPassword: password('new') },
  '/register': {
    ssn: code('off', 'none', 'numeric'),
    firstName: name('given-name'),
    lastName: name('family-name'),
    ...birthDate,
    email: email(),
  },
  '/register/more': {
    everHeld: 'radio',
    previousLastName: name('off'),
    previousFirstName: name('off'),
    ein: code('off', 'none', 'numeric'),
    certificateNumber: printed,
  },
  '/applications/*/personal': contact,
  '/applications/*/certificate': {
    endorsement: 'select autocomplete=off',
    program: 'text autocomplete=organization spellcheck=false',
    finishedYear: digits(),
    otherState: 'radio',
  },
  '/applications/*/endorsement': { endorsement: 'select autocomplete=off' },
  '/applications/*/experience': {
    schoolMonths: digits(),
    employer: 'text autocomplete=organization spellcheck=false',
    highestDegree: 'radio',
    team: 'radio',
  },
  '/applications/*/disclosures': { convicted: 'radio', discipline: 'radio', investigation: 'radio', dismissed: 'radio', statement: words },
  '/applications/*/sign': signature,
  'duplicate: /applications/*/sign': { duplicateReason: 'text autocomplete=off', ...signature },
  '/applications/*/review': {},
  '/applications/*': {},
  '/applications/*/papers/*': { file: 'file' },
  '/applications/*/cover/*': {},
  '/applications/*/proof': {},
  '/applications/*/pay': {},
  '/applications/*/slip': {},
  '/applications': {},
  '/applications/new': {},
  '/acknowledge': {},
  '/home': {},
  '/profile': {},
  '/profile/contact': contact,
  '/profile/name': { lastName: name('family-name'), ...birthDate },
  '/profile/email': { email: email() },
  'codes sent: /profile/email': { code: code('one-time-code', 'characters'), email: email() },
  '/profile/correction': { wrong: 'radio', right: name('off'), message: words },
  '/profile/certificate-problem': { certificate: 'radio', about: 'text autocomplete=off', message: words },
  '/profile/requests/*': { file: 'file' },
  '/profile/second-email': { email: email(), currentPassword: password('current') },
  'code sent: /profile/second-email': { code: code('one-time-code', 'characters') },
  '/ein-letter': {},
  '/confirm': { file: 'file' },
  'code sent: /confirm': { code: code('one-time-code', 'characters'), file: 'file' },
  '/profile/password': { currentPassword: password('current'), newPassword: password('new'), confirmPassword: password('new') },
  '/staff/join': {
    code: printed,
    firstName: name('given-name'),
    lastName: name('family-name'),
    newPassword: password('new'),
    confirmPassword: password('new'),
  },
  '/staff/queue': { q: 'search autocomplete=off autocapitalize=none spellcheck=false' },
  '/staff/applications/*': {
    ...{ outcome: 'radio', reason: words, requirement: select, verdict: select, receivedOn: digits(), note: words },
    ...{ paper: select, about: 'text autocomplete=off' },
  },
  '/staff/identity': { kind: 'select autocomplete=off', overdue: 'checkbox', mine: 'checkbox' },
  '/staff/identity/*': { decision: 'radio', note: words, letter: words },
  '/staff/identity/*/add-record': { ein },
  '/staff/identity/*/relink': { ein, reason: words },
  '/staff/identity/*/move': { account: code('off'), newEmail: email('off'), reason: words },
  'name: /staff/identity/*/record/*': {
    firstName: name('off'),
    middleName: name('off'),
    lastName: name('off'),
    suffix: 'text autocomplete=off spellcheck=false',
    reason: words,
  },
  'ssn: /staff/identity/*/record/*': { ssn: code('off', 'none', 'numeric'), reason: words },
  'birth date: /staff/identity/*/record/*': { ...birthDate, reason: words },
  'reveal: /staff/identity/*/record/*': reveal,
  '/staff/identity/proposals': {},
  '/staff/identity/proposals/*': reveal,
  '/staff/identity/letters': {},
  '/staff/identity/merge': { stays: ein, goes: ein },
  'compared: /staff/identity/merge': {
    stays: ein,
    goes: ein,
    firstName: 'radio',
    lastName: 'radio',
    birthDate: 'radio',
    ssn: 'radio',
    reason: words,
  },
  '/staff/papers': { find: printed, item: printed, receivedOn: digits(), how: 'radio' },
  '/staff/rules': {},
  '/staff/rules/new': {},
  'fee: /staff/rules/new/*': { key: 'select autocomplete=off', total: dollars, review: dollars, ...whenAndWhy },
  'setting: /staff/rules/new/*': { key: 'select autocomplete=off', value: digits(), ...whenAndWhy },
  'validity: /staff/rules/new/*': { key: 'select autocomplete=off', length: digits(), unit: 'select autocomplete=off', ...whenAndWhy },
  '/staff/rules/*': {},
  '/staff/mailroom': {
    slip: printed,
    slipReference: printed,
    kind: 'radio',
    amount: 'text inputmode=decimal autocomplete=off',
    receivedOn: digits(),
    serial: printed,
    issuer: 'text autocomplete=off spellcheck=false',
    payerName: name('off'),
    drawnOn: digits(),
    returnReason: 'text autocomplete=off',
  },
} as const satisfies Readonly<Record<string, FieldTable>>;

export type Place = keyof typeof formTable;
