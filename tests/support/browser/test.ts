import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { sharedFile } from './home';
import { pathsLookedAt } from './look';

/** Whose browser: nobody's yet, or that of a member of staff who signed in while the tests were prepared. */
export type Whose = 'somebody' | 'reviewer' | 'cashier' | 'supervisor' | 'administrator';

type Fixtures = {
  /** Watches the browser of `page`. */
  readonly watched: void;
  /** Another browser, in the same kind of window. */
  readonly openBrowser: (whose: Whose) => Promise<Page>;
};

/** A browser test. It also fails when a page complains, when our server does, and when a page was not looked at. */
export const test = base.extend<Fixtures>({
  watched: [
    async ({ context }, use) => {
      const watched = watch(context);
      await use();
      expect(watched()).toEqual([]);
    },
    { auto: true },
  ],
  openBrowser: async ({ browser }, use) => {
    const opened: { readonly context: BrowserContext; readonly watched: () => string[] }[] = [];
    await use(async (whose) => {
      const context = await browser.newContext(whose === 'somebody' ? {} : { storageState: staffState(whose) });
      opened.push({ context, watched: watch(context) });
      return context.newPage();
    });
    for (const { context, watched } of opened) {
      expect(watched()).toEqual([]);
      await context.close();
    }
  },
});

/** Where the cookies of a member of staff are kept. */
export function staffState(whose: Exclude<Whose, 'somebody'>): string {
  return sharedFile(`${whose}.json`);
}

/** Lead on at once while something else is to be done first; with scripts, the browser shows their address on the way. */
const leadsOn = /^\/(home|applications\/\w+)$/;

function watch(context: BrowserContext): () => string[] {
  const complaints: string[] = [];
  const visited = new Map<Page, Set<string>>();
  const follow = (page: Page): void => {
    const paths = new Set<string>();
    visited.set(page, paths);
    page.on('framenavigated', (frame) => {
      const { pathname, protocol } = new URL(frame.url());
      if (frame === page.mainFrame() && protocol !== 'about:' && !pathname.startsWith('/dev/')) paths.add(pathname);
    });
  };
  context.pages().forEach(follow);
  context.on('page', follow);
  context.on('weberror', (thrown) => complaints.push(`thrown: ${thrown.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} from ${response.url()}`);
  });
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || isExpected(message.text())) return;
    complaints.push(`${message.type()} at ${message.page()?.url()}: ${message.text()}`);
  });
  const missed = () =>
    [...visited].flatMap(([page, paths]) => [...paths].filter((path) => !pathsLookedAt(page).has(path) && !leadsOn.test(path)));
  return () => [...complaints, ...missed().map((path) => `not looked at: ${path}`)];
}

// A refused form answers 4xx (docs/decisions/0006), and the browser writes a line about each.
function isExpected(text: string): boolean {
  return /^Failed to load resource: the server responded with a status of 4\d\d/.test(text);
}
