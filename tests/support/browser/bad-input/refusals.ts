import { expect, test, type Locator, type Page, type Response } from '@playwright/test';
import { keptValue } from '@/lib/web/kept-values';
import { pathOf, type Known } from '@/tests/support/browser/every-form';
import type { FieldTable } from '@/tests/support/browser/fields';
import { formTable, type Place } from '@/tests/support/browser/form-table';
import { arriveAt } from '@/tests/support/browser/look';
import { answerAbout, fillIn, hiddenIn } from './in-page';
import { someSsn, type Bad, type BadForm, type Values } from './values';

/** One bad value, with all that is typed around it. */
type Attempt = Omit<Bad, 'value'> & {
  readonly place: Place;
  readonly name: string;
  readonly field: string;
  readonly isFirst: boolean;
  readonly isSearch: boolean;
  readonly typed: Values;
};

/** What never comes back: passwords, Social Security numbers, birth dates, and codes that open something. */
const neverComesBack = /password|^ssn$|^birthDate|^code$/i;
const secret = /password|^ssn$/i;

/** Where a field of such a name holds it: from which of two records an SSN is taken is no secret. */
function holds({ place }: Attempt, name: string, kind: RegExp): boolean {
  const fields: FieldTable = formTable[place];
  return kind.test(name) && fields[name] !== 'radio';
}

/**
 * Sends everything bad that a form can hold, one field at a time, and sees how each is refused: the first of each field through
 * the browser, the others as the browser would have sent them. With scripts, where the same schema answers before anything is
 * sent, through the browser only the first of each field and what the server alone can tell.
 */
export async function expectRefusals(page: Page, place: Place, forms: readonly BadForm[], known: Known): Promise<void> {
  const url = page.url();
  const hasScripts = test.info().project.use.javaScriptEnabled !== false;
  for (const form of forms) {
    for (const attempt of attemptsAt(place, form, known)) {
      if (hasScripts && (attempt.isFirst || attempt.onlyServerKnows)) await expectRefusalWithScripts(page, attempt);
      else if (attempt.isFirst) await expectRefusalWithoutScripts(page, attempt);
      else if (!hasScripts) await expectRefusalOfRequest(page, attempt);
    }
    await page.goto(url);
    await arriveAt(page, pathOf(place));
  }
}

function attemptsAt(place: Place, { right, wrong, isSearch = false }: BadForm, known: Known): Attempt[] {
  const around = { ...right, ...Object.fromEntries(Object.entries(known).filter(([name]) => name in right)) };
  return Object.entries(wrong).flatMap(([field, values]) =>
    values.map(({ value, ...one }, at) => {
      const bad = typeof value === 'string' ? value : value(known);
      const name = `${place}: ${field} ${JSON.stringify(bad.slice(0, 40))}`;
      // Nobody can choose it in a browser.
      const isFirst = at === 0 && one.isNotOffered !== true;
      return { ...one, place, name, field, isFirst, isSearch, typed: { ...around, ...one.beside, [field]: bad } };
    }),
  );
}

/** The page stays, and only secrets are emptied once the server has answered. */
async function expectRefusalWithScripts(page: Page, attempt: Attempt): Promise<void> {
  const isSent = attempt.onlyServerKnows === true;
  const answer = await sendByBrowser(page, attempt, isSent);
  const kept = mapValues(attempt.typed, (name, value) => (isSent && holds(attempt, name, secret) ? '' : value));
  if (answer) expect.soft(answer.status(), `status: ${attempt.name}`).toBe(422);
  expectNoSecrets(attempt, await page.content());
  await expectAnswer(page, attempt, kept);
}

async function expectRefusalWithoutScripts(page: Page, attempt: Attempt): Promise<void> {
  const answer = await sendByBrowser(page, attempt, true);
  expect.soft(answer?.status(), `status: ${attempt.name}`).toBe(422);
  expectNoSecrets(attempt, await page.content());
  await expectAnswer(page, attempt, comingBack(attempt));
}

async function expectRefusalOfRequest(page: Page, attempt: Attempt): Promise<void> {
  const { method, hidden } = await formWith(page, attempt.field).evaluate(hiddenIn);
  const { origin, pathname, search } = new URL(page.url());
  const sent = { ...hidden, ...attempt.typed };
  const way = method === 'get' ? { method, params: sent } : { method, multipart: sent, headers: { origin } };
  const answer = await page.request.fetch(method === 'get' ? pathname : `${pathname}${search}`, { ...way, maxRedirects: 0 });
  const html = await answer.text();
  expect.soft(answer.status(), `status: ${attempt.name}`).toBe(422);
  expectNoSecrets(attempt, html);
  await expectAnswer(page, attempt, comingBack(attempt), html);
}

/** Types, presses the button and waits until the refusal is there. */
async function sendByBrowser(page: Page, { field, typed, name, isSearch }: Attempt, isSent: boolean): Promise<Response | undefined> {
  const form = formWith(page, field);
  await form.evaluate(fillIn, typed);
  const isAnswer = (response: Response): boolean => response.request().method() === 'POST' || response.request().isNavigationRequest();
  const [answer] = await Promise.all([
    isSent ? page.waitForResponse(isAnswer) : undefined,
    form.locator('button:not([type=button])').first().click(),
  ]);
  if (isSearch) await expect(form.locator(`#error-${field}`), name).toBeVisible();
  else await expect(form.locator('.cecs-errors'), name).toBeFocused();
  return answer;
}

function formWith(page: Page, field: string): Locator {
  return page.locator('form', { has: page.locator(`[name="${field}"]`) });
}

function comingBack(attempt: Attempt): Values {
  const { field, typed, isNotOffered = false, isForgotten = false } = attempt;
  const isLost = (name: string): boolean => holds(attempt, name, neverComesBack) || (name === field && (isNotOffered || isForgotten));
  return mapValues(typed, (name, value) => (isLost(name) ? '' : keptValue(name, value)));
}

async function expectAnswer(page: Page, attempt: Attempt, kept: Values, html?: string): Promise<void> {
  const { name, field, about = field, alsoWrong, says, isSearch } = attempt;
  const words = expect.stringMatching(says);
  const marks = { isMarked: true, isDescribedByThem: true, alsoWrong: alsoWrong ? [alsoWrong] : [] };
  const expected = { words, ...marks, summary: isSearch ? [] : [words], kept };
  expect.soft(await page.evaluate(answerAbout, { field, about, ...(html !== undefined && { html }) }), name).toEqual(expected);
}

function expectNoSecrets(attempt: Attempt, returned: string): void {
  const { name, typed } = attempt;
  const typedSecrets = Object.entries(typed).filter(([field, value]) => holds(attempt, field, secret) && value.length >= 8);
  const secrets = [someSsn, ...typedSecrets.map(([, value]) => value)].flatMap((value) => [value, value.replaceAll('-', '')]);
  expect.soft(secrets.filter((one) => returned.includes(one)), `sent back: ${name}`).toEqual([]);
}

function mapValues(values: Values, change: (name: string, value: string) => string): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(name, value)]));
}
