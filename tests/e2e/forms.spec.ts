import { readdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import {
  acknowledge, becomeEducator, createAccount, logIn, personalPassword, press, readCredentials, register, setPersonalPassword,
} from '@/tests/support/browser/account';
import { chooseToRenew, answerNoToAll, fillPersonal, requestDuplicate, sign, submit } from '@/tests/support/browser/application';
import { takeEducator } from '@/tests/support/browser/educators';
import { expectFitsPhone, fieldsOn, refusingPaste, type FieldTable } from '@/tests/support/browser/fields';
import { staffMember } from '@/tests/support/browser/home';
import { arriveAt } from '@/tests/support/browser/look';
import { openFromQueue } from '@/tests/support/browser/staff';
import { test } from '@/tests/support/browser/test';

const name = (autocomplete: string) => `text autocomplete=${autocomplete} autocapitalize=words spellcheck=false`;
const code = (autocomplete: string, autocapitalize = 'none', inputmode = 'text') =>
  `text inputmode=${inputmode} autocomplete=${autocomplete} autocapitalize=${autocapitalize} spellcheck=false`;
const printed = code('off', 'characters');
const email = (autocomplete = 'email') => `email inputmode=email autocomplete=${autocomplete} autocapitalize=none spellcheck=false`;
const password = (which: 'current' | 'new') => `password autocomplete=${which}-password autocapitalize=none spellcheck=false`;
const digits = (autocomplete = 'off') => `text inputmode=numeric autocomplete=${autocomplete}`;
const phone = 'tel inputmode=tel autocomplete=tel';
const words = 'textarea autocomplete=off';
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

/** Every field of every form, by the page it is on. */
const tables = {
  '/': {},
  '/help': {},
  '/fees': {},
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
  '/not-me': { code: code('off', 'characters') },
  '/check': { number: printed, lastName: name('off'), firstName: name('off') },
  '/set-password': { temporaryPassword: password('current'), newPassword: password('new'), confirmPassword: password('new') },
  '/register': {
    ssn: code('off', 'none', 'numeric'),
    firstName: name('given-name'),
    lastName: name('family-name'),
    ...birthDate,
    email: email(),
  },
  '/applications/*/personal': contact,
  '/applications/*/certificate': {
    endorsement: 'select autocomplete=off',
    program: 'text autocomplete=organization spellcheck=false',
    finishedYear: digits(),
  },
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
  '/profile/password': { currentPassword: password('current'), newPassword: password('new'), confirmPassword: password('new') },
  '/staff/join': {
    code: printed,
    firstName: name('given-name'),
    lastName: name('family-name'),
    newPassword: password('new'),
    confirmPassword: password('new'),
  },
  '/staff/queue': { q: 'search autocomplete=off autocapitalize=none spellcheck=false' },
  '/staff/applications/*': { outcome: 'radio', reason: words },
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

type Place = keyof typeof tables;

/** What is only read. The journeys go there. */
const onlyRead = [
  '/check/*', '/certificates/*', '/applications/*/payment', '/applications/*/receipts/*', '/staff', '/staff/cases', '/staff/cases/*',
];

test('every page is in the table of forms, or is only read', () => {
  const isKnown = (route: string): boolean => onlyRead.includes(route) || placesOf(route).length > 0;
  expect(routes().filter((route) => !isKnown(route))).toEqual([]);
});

test('the forms for everybody ask for the right keyboard, fill in, take a paste and fit a phone', async ({ page }) => {
  for (const place of ['/', '/help', '/fees', '/privacy', '/accessibility', '/check'] as const) await open(page, place);
  for (const place of ['/create-account', '/login', '/forgot-username', '/forgot-password', '/lost-email', '/not-me', '/staff/join'] as const) {
    await open(page, place);
  }
});

test('so do the forms on the way to home, and those of a profile', async ({ page }) => {
  const person = takeEducator('renewable');
  await createAccount(page, person);
  await expectForm(page, '/create-account/sent');
  const { username, temporaryPassword } = await readCredentials(page, person);
  await logIn(page, username, temporaryPassword);
  await expectForm(page, '/set-password');
  await setPersonalPassword(page, temporaryPassword, personalPassword);
  await expectForm(page, '/register');
  await register(page, person);
  await expectForm(page, '/acknowledge');
  await acknowledge(page);
  await expectForm(page, '/home');
  await seeProfile(page, person.email);
});

test('so do the forms of applications, and the one that decides them', async ({ page, openBrowser }) => {
  const person = takeEducator('renewable');
  await becomeEducator(page, person);
  const reference = await renew(page, person);
  await payForDuplicate(page, person);
  await applyOnline(page);

  const desk = await openBrowser('reviewer');
  await openFromQueue(desk, reference);
  await expectForm(desk, '/staff/applications/*');
});

test('so do the other forms of staff', async ({ page, openBrowser }) => {
  const { username, password: known } = staffMember('cashier');
  await page.goto('/login');
  await logIn(page, username, known);
  await expectForm(page, '/login/code');
  await open(await openBrowser('reviewer'), '/staff/queue');
  await open(await openBrowser('cashier'), '/staff/mailroom');
});

/** The pages of the app: `*` stands for a part of the address that varies. */
function routes(): string[] {
  const pages = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)page\.tsx$/.test(file));
  return pages.map((file) => {
    const parts = file.split('/').slice(0, -1).filter((part) => !part.startsWith('('));
    return `/${parts.join('/').replace(/\[\w+\]/g, '*')}`;
  });
}

function placesOf(route: string): string[] {
  const pattern = new RegExp(`^(.*: )?${route.replaceAll('*', '[^/]+')}$`);
  return Object.keys(tables).filter((place) => pattern.test(place));
}

type Person = ReturnType<typeof takeEducator>;

async function renew(page: Page, person: Person): Promise<string> {
  await chooseToRenew(page, 'Renew a Professional certificate');
  await expectForm(page, '/applications/*/personal');
  await fillPersonal(page);
  await expectForm(page, '/applications/*/disclosures');
  await answerNoToAll(page);
  await expectForm(page, '/applications/*/sign');
  await sign(page, person);
  await expectForm(page, '/applications/*/review');
  const reference = await submit(page);
  await expectForm(page, '/applications/*');
  await page.getByRole('link', { name: 'Proof of filing' }).click();
  await expectForm(page, '/applications/*/proof');
  return reference;
}

async function payForDuplicate(page: Page, person: Person): Promise<void> {
  await page.goto('/home');
  await arriveAt(page, '/home');
  await requestDuplicate(page);
  await fillPersonal(page);
  await expectForm(page, 'duplicate: /applications/*/sign');
  await sign(page, person);
  await submit(page);
  await expectForm(page, '/applications/*/pay');
  await press(page, 'Pay Later');
  await expectForm(page, '/applications/*/slip');
  await open(page, '/applications');
}

async function applyOnline(page: Page): Promise<void> {
  await open(page, '/applications/new');
  await page.getByRole('button', { name: 'Start' }).first().click();
  await fillPersonal(page);
  await expectForm(page, '/applications/*/certificate');
  await page.getByLabel('Endorsement').selectOption('029');
  await page.getByLabel('College or program').fill('Eastern Connecticut State University');
  await page.getByLabel('Year you finished').fill('2024');
  await press(page, 'Save and continue');
  await expectForm(page, '/applications/*/experience');
}

async function seeProfile(page: Page, email: string): Promise<void> {
  for (const place of ['/profile', '/profile/contact', '/profile/name', '/profile/password', '/profile/email'] as const) await open(page, place);
  await page.getByLabel('New email address').fill(`new.${email}`);
  await press(page, 'Send the two codes');
  await expect(page.getByRole('heading', { name: 'Enter the two codes' })).toBeVisible();
  await expectForm(page, 'codes sent: /profile/email');
}

async function open(page: Page, place: Place): Promise<void> {
  await page.goto(place);
  await expectForm(page, place);
}

/** Fails for a field that is on the page and not in the table, too. */
async function expectForm(page: Page, place: Place): Promise<void> {
  await arriveAt(page, place.replace(/^.*: /, ''));
  expect(await fieldsOn(page), `the fields on ${place}`).toEqual(tables[place]);
  expect(await refusingPaste(page), `fields on ${place} that refuse a paste`).toEqual([]);
  await expectFitsPhone(page);
}
