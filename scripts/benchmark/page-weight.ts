import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page, type Response } from '@playwright/test';
import { filesNamedIn } from './page-files';
import type { Target } from './targets';

export type Weight = {
  readonly target: Target;
  /** Bytes, gzip. */
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** JavaScript that came with the first keystroke into a form. */
  readonly jsOnTyping: number;
  readonly counted: 'in Chromium' | 'from the HTML';
};

const quietMillis = 1_000;
const flags = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--no-first-run'];

/** What each page ships: counted in a browser where there is one, otherwise from what its HTML names. */
export async function weighPages(targets: readonly Target[], chromiumPath: string | undefined): Promise<Weight[]> {
  const weights: Weight[] = [];
  const browser = chromiumPath ? await chromium.launch({ executablePath: chromiumPath, args: flags }) : undefined;
  try {
    for (const target of targets) weights.push(browser ? await weighInBrowser(target, browser) : await weighHtml(target));
  } finally {
    await browser?.close();
  }
  return weights;
}

async function weighInBrowser(target: Target, browser: Browser): Promise<Weight> {
  const { url, headers } = target.ask;
  const context = await browser.newContext({ extraHTTPHeaders: { ...headers } });
  const page = await context.newPage();
  const loaded = listen(page);
  await page.goto(url);
  await loaded.quiet();
  const before = await loaded.sum();
  if (target.hasForm) {
    await page.locator('main input[type=text], main input:not([type])').first().press('a');
    await loaded.quiet();
  }
  const after = await loaded.sum();
  await context.close();
  return { target, ...before, jsOnTyping: after.js - before.js, counted: 'in Chromium' };
}

type Loaded = {
  /** Waits until nothing has been under way for a while. */
  quiet(): Promise<void>;
  sum(): Promise<{ html: number; css: number; js: number }>;
};

function listen(page: Page): Loaded {
  const responses: Response[] = [];
  let underWay = 0;
  let lastChange = performance.now();
  const count = (step: number) => (): void => {
    underWay += step;
    lastChange = performance.now();
  };
  page.on('request', count(1)).on('requestfinished', count(-1)).on('requestfailed', count(-1));
  page.on('response', (response) => responses.push(response));
  const weigh = async (kind: string): Promise<number> => {
    const bodies = responses.filter((one) => one.request().resourceType() === kind).map((one) => one.body());
    return (await Promise.all(bodies)).reduce((total, body) => total + gzipped(body), 0);
  };
  return {
    async quiet() {
      while (underWay > 0 || performance.now() - lastChange < quietMillis) await pause(50);
    },
    sum: async () => ({ html: await weigh('document'), css: await weigh('stylesheet'), js: await weigh('script') }),
  };
}

async function weighHtml(target: Target): Promise<Weight> {
  const { url, headers } = target.ask;
  const html = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
  const { scripts, styles } = filesNamedIn(html.toString());
  const weigh = async (paths: readonly string[]): Promise<number> => {
    const sizes = await Promise.all(paths.map(async (path) => gzipped(Buffer.from(await (await fetch(new URL(path, url))).arrayBuffer()))));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  const [js, css] = [await weigh(scripts), await weigh(styles)];
  return { target, html: gzipped(html), css, js, jsOnTyping: 0, counted: 'from the HTML' };
}

function gzipped(body: Buffer): number {
  return gzipSync(body, { level: 9 }).byteLength;
}
