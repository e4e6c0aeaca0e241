import { expect, test, type Page } from '@playwright/test';

/** What a page gives its forms of one button to send along, such as which application it is about. */
type Sent = Readonly<Record<string, string>>;

// Why the record was opened: only where one goes back to depends on it.
const decidesNothing = new Set(['openedFor']);

/** Sends each of these as something the page did not give, one at a time. With scripts the same would be sent. */
export async function expectButtonsRefuse(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled !== false) return;
  const { origin, pathname } = new URL(page.url());
  for (const sent of await page.evaluate(buttonForms)) {
    for (const name of Object.keys(sent).filter((one) => !one.startsWith('$ACTION') && !decidesNothing.has(one))) {
      const answer = await page.request.post(pathname, { multipart: { ...sent, [name]: 'something else' }, headers: { origin }, maxRedirects: 0 });
      const said = { status: answer.status(), words: await page.evaluate(wordsOfRefusal, await answer.text()) };
      expect.soft(said, `${pathname}: ${name}`).toEqual({ status: 422, words: [expect.stringMatching(/^[A-Z].*\.$/)] });
    }
  }
}

function buttonForms(): Sent[] {
  const forms = [...document.querySelectorAll('form')].filter((form) => !form.querySelector('input:not([type=hidden]), select, textarea'));
  return forms.map((form) => Object.fromEntries([...form.querySelectorAll('input')].map(({ name, value }) => [name, value])));
}

function wordsOfRefusal(html: string): string[] {
  return [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('.usa-error-message')].map((element) => element.textContent);
}
