import { expect, test, type Page } from '@playwright/test';
import { mostBytes } from '@/lib/documents/model';
import { arriveAt } from '@/tests/support/browser/look';

const refused = { status: 422, isMarked: true, isDescribedByThem: true };

/** Sends the form of a file, where the page has one, files that it may not take: the first through the browser. */
export async function expectUploadsRefused(page: Page): Promise<void> {
  const form = page.locator('form', { has: page.locator('input[type=file]') });
  if ((await form.count()) === 0) return;
  const { pathname, href } = new URL(page.url());
  await form.locator('input').setInputFiles(fileOf('passport.jpg', 'No photograph.'));
  const isAnswer = async () => page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303);
  const [answer] = await Promise.all([isAnswer(), form.locator('button').click()]);
  await arriveAt(page, `${pathname}?file=wrong_kind`);
  expect.soft({ status: answer.status(), ...(await page.evaluate(answerAboutFile, undefined)) }).toEqual({ ...refused, words: expect.stringMatching(/^This is no PDF, JPEG, PNG or HEIC/) });
  if (test.info().project.use.javaScriptEnabled === false) await expectRequestsRefused(page, pathname);
  await page.goto(href);
  await arriveAt(page, pathname);
}

/** As the browser would have sent them: none, an empty one, one that is too large. */
async function expectRequestsRefused(page: Page, pathname: string): Promise<void> {
  const { origin } = new URL(page.url());
  const jpeg = '\u00ff\u00d8\u00ff';
  const wrong = [
    { file: '', says: /^Choose a file first/ },
    { file: fileOf('empty.jpg', ''), says: /^This file is empty/ },
    { file: fileOf('passport.jpg', jpeg.padEnd(mostBytes + 1)), says: /^This file is larger than 10 MB/ },
  ];
  for (const { file, says } of wrong) {
    const answer = await page.request.post(`${pathname}/upload`, { multipart: { file }, headers: { origin } });
    const said = await page.evaluate(answerAboutFile, await answer.text());
    expect.soft({ status: answer.status(), ...said }, String(says)).toEqual({ ...refused, words: expect.stringMatching(says) });
  }
}

function fileOf(name: string, content: string) {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(content, 'latin1') };
}

/** Runs within the page. */
function answerAboutFile(html: string | undefined) {
  const page = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html');
  const input = page.querySelector('input[type=file]');
  return {
    words: page.querySelector('#error-file')?.textContent,
    isMarked: input?.getAttribute('aria-invalid') === 'true',
    isDescribedByThem: input?.getAttribute('aria-describedby')?.split(' ').includes('error-file') === true,
  };
}
