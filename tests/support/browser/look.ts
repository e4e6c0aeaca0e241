import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const lookedAt = new WeakMap<Page, Set<string>>();
/** What has been found without fault by this worker: the same markup in the same window needs no second look. */
const faultless = new Set<string>();

/** Whether the page was looked at, by its path. */
export function pathsLookedAt(page: Page): ReadonlySet<string> {
  return lookedAt.get(page) ?? new Set();
}

/** Waits until the page is there, then sees that nothing on it stands in anybody's way. `*` stands for one part of the path. */
export async function arriveAt(page: Page, path: string): Promise<void> {
  const pattern = new RegExp(`^${path.replace(/[.?()]/g, '\\$&').replaceAll('*', '[^/?&]+')}$`);
  await page.waitForURL(({ pathname, search }) => pattern.test(path.includes('?') ? pathname + search : pathname));
  await look(page);
}

/** No violation of WCAG 2.2 AA as far as axe can see, and one heading that says where one is. */
export async function look(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  // Within the page a new title arrives a moment after the new address.
  await expect(page).not.toHaveTitle('');
  const isScripted = await page.evaluate(() => !matchMedia('(scripting: none)').matches);
  const markup = `${JSON.stringify(page.viewportSize())} ${await outlineOf(page)}`;
  if (!faultless.has(markup)) {
    expect(await violations(page, isScripted), `accessibility of ${page.url()}`).toEqual([]);
    faultless.add(markup);
  }
  lookedAt.set(page, new Set([...pathsLookedAt(page), new URL(page.url()).pathname]));
}

async function violations(page: Page, isScripted: boolean): Promise<string[]> {
  const found = await (isScripted ? runAxe(page) : withScripts(page, () => runAxe(page)));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

// In the page itself: the other mode opens a second page for each look, which takes four times as long.
function runAxe(page: Page) {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }).withTags(standards).analyze();
}

// axe is a script. Switching them on runs none of the page's own: it was loaded without.
async function withScripts<T>(page: Page, run: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  const setDisabled = (value: boolean) => session.send('Emulation.setScriptExecutionDisabled', { value });
  await setDisabled(true);
  await setDisabled(false);
  try {
    return await run();
  } finally {
    await setDisabled(true);
    await session.detach();
  }
}

/** Everything axe judges by but the words themselves. */
function outlineOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const words = /^(value|href|action|d|points|content|src|srcset|nonce|integrity)$/;
    const described = (element: Element): string => {
      const attributes = [...element.attributes].filter(({ name }) => !words.test(name));
      const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()) ? 't' : '';
      return `${element.tagName}${attributes.map(({ name, value }) => ` ${name}=${value}`).join('')}${text}`;
    };
    return [...document.querySelectorAll('html, title, body, body *:not(script)')].map(described).join('\n');
  });
}
