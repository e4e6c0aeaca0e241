import { readdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { badForms } from '@/tests/support/browser/bad-input/bad-forms';
import { expectButtonsRefuse } from '@/tests/support/browser/bad-input/buttons';
import { expectRefusals } from '@/tests/support/browser/bad-input/refusals';
import { expectUploadsRefused } from '@/tests/support/browser/bad-input/uploads';
import {
  pathOf, visitFormsForEverybody, visitFormsOfAccount, visitFormsOfApplications, visitFormsOfStaff, type Known,
} from '@/tests/support/browser/every-form';
import { expectFitsPhone, fieldsOn, refusingPaste } from '@/tests/support/browser/fields';
import { formTable, type Place } from '@/tests/support/browser/form-table';
import { visitFormsOfIdentity } from '@/tests/support/browser/identity-walk';
import { arriveAt } from '@/tests/support/browser/look';
import { visitFormsOfRules } from '@/tests/support/browser/rules-walk';
import { test } from '@/tests/support/browser/test';

/** What is only read. The journeys go there. */
const onlyRead = [
  '/check/*', '/certificates/*', '/applications/*/payment', '/applications/*/receipts/*', '/staff', '/staff/identity/letters/*',
];

test('every page is in the table of forms, or is only read', () => {
  const isKnown = (route: string): boolean => onlyRead.includes(route) || placesOf(route).length > 0;
  expect(routes().filter((route) => !isKnown(route))).toEqual([]);
});

test('the forms for everybody ask for the right keyboard, take a paste, fit a phone and answer bad input by the field', async ({ page }) => {
  await visitFormsForEverybody(page, expectForm);
});

test('so do the forms on the way to home, and those of a profile', async ({ page }) => {
  await visitFormsOfAccount(page, expectForm);
});

test('so do the forms of applications, and the one that decides them', async ({ page, openBrowser }) => {
  await visitFormsOfApplications(page, openBrowser, expectForm);
});

test('so do the other forms of staff', async ({ page, openBrowser }) => {
  await visitFormsOfStaff(page, openBrowser, expectForm);
});

test('so do those by which staff change the rules', async ({ openBrowser }) => {
  await visitFormsOfRules(await openBrowser('supervisor'), expectForm);
});

test('so do the forms about who somebody is, of educators and of staff', async ({ page, openBrowser }) => {
  await visitFormsOfIdentity(page, openBrowser, expectForm);
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
  return Object.keys(formTable).filter((place) => pattern.test(place));
}

/** Fails for a field that is on the page and not in the table, too. */
async function expectForm(page: Page, place: Place, known: Known): Promise<void> {
  await arriveAt(page, pathOf(place));
  expect(await fieldsOn(page), `the fields on ${place}`).toEqual(formTable[place]);
  expect(await refusingPaste(page), `fields on ${place} that refuse a paste`).toEqual([]);
  await expectFitsPhone(page);
  await expectButtonsRefuse(page);
  await expectUploadsRefused(page);
  await expectRefusals(page, place, badForms[place] ?? [], known);
}
