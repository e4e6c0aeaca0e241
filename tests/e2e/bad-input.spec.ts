import { expect } from '@playwright/test';
import { badForms, takesAnything } from '@/tests/support/browser/bad-input/bad-forms';
import { someSsn } from '@/tests/support/browser/bad-input/values';
import { formTable, type Place } from '@/tests/support/browser/form-table';
import { look } from '@/tests/support/browser/look';
import { test } from '@/tests/support/browser/test';

/*
 * What is typed into the forms is in tests/support/browser/bad-input, and forms.spec.ts types it: whoever has come to a form
 * sees all there is to see.
 */

test('every field of every form has something wrong to be typed into it, or takes anything for a reason', () => {
  const places = Object.keys(formTable) as Place[];
  const fields = places.flatMap((place) => Object.keys(formTable[place]).map((field) => `${place}: ${field}`));
  const wrong = places.flatMap((place) => wrongAt(place).map((field) => `${place}: ${field}`));
  expect([...wrong, ...Object.keys(takesAnything)].toSorted()).toEqual(fields.toSorted());
});

test('whoever types something wrong has typed something right into all other fields', () => {
  for (const { right, wrong } of Object.values(badForms).flat()) expect(Object.keys(right).toSorted()).toEqual(Object.keys(wrong).toSorted());
});

test('the browser itself holds back a Social Security number from the search of the queue', async ({ openBrowser }) => {
  const page = await openBrowser('reviewer');
  await page.goto('/staff/queue');
  const box = page.getByLabel('Reference, EIN or last name');
  for (const spelled of [someSsn, someSsn.replaceAll('-', ' '), ` ${someSsn.replaceAll('-', '')} `]) {
    await box.fill(spelled);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(box).toBeFocused();
    expect(await box.evaluate((input: HTMLInputElement) => input.validity.patternMismatch)).toBe(true);
    await expect(page).toHaveURL('/staff/queue');
  }
  await look(page);
});

function wrongAt(place: Place): string[] {
  return (badForms[place] ?? []).flatMap(({ wrong }) => Object.entries(wrong).flatMap(([field, values]) => (values.length > 0 ? [field] : [])));
}
