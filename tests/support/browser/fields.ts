import { expect, type Page } from '@playwright/test';

/** Each field of a page by its name, described by what decides which keyboard comes up and what the browser fills in. */
export type FieldTable = Readonly<Record<string, string>>;

/** The fields that are on the page, also in what is folded away; forms that stand there twice count once. */
export function fieldsOn(page: Page): Promise<FieldTable> {
  return page.evaluate(() => {
    const told = ['inputmode', 'autocomplete', 'autocapitalize', 'spellcheck'];
    const controls = [...document.querySelectorAll('input:not([type=hidden]), select, textarea')];
    const described = controls.map((control): [string, string] => {
      const kind = control.tagName === 'INPUT' ? (control.getAttribute('type') ?? 'text') : control.tagName.toLowerCase();
      const set = told.flatMap((attribute) => {
        const value = control.getAttribute(attribute);
        return value === null ? [] : [`${attribute}=${value}`];
      });
      return [control.getAttribute('name') ?? '', [kind, ...set].join(' ')];
    });
    return Object.fromEntries(described);
  });
}

/** Names of the fields that would not take a paste. */
export function refusingPaste(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('input:not([type=hidden]), textarea')];
    const refuses = (control: HTMLElement): boolean =>
      !control.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })) || control.hasAttribute('onpaste');
    return controls.filter(refuses).map((control) => control.getAttribute('name') ?? '');
  });
}

/** On a phone everything that is pressed is large enough for a thumb, and text of twice the size loses nothing. */
export async function expectFitsPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await tooLow(page), `less than 44 pixels high on ${page.url()}`).toEqual([]);
  expect(await cutOffAtTwiceTheSize(page), `lost with text of twice the size on ${page.url()}`).toEqual([]);
  if (before) await page.setViewportSize(before);
}

function tooLow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pressed = [...document.querySelectorAll<HTMLElement>('a[href], button, summary, select, textarea, input:not([type=hidden])')];
    // A choice is pressed by its words; a link within a sentence is as high as its line (WCAG 2.5.8 has it so).
    const targetOf = (element: HTMLElement): HTMLElement | null =>
      element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type) ? (element.labels?.[0] ?? null) : element;
    const isInSentence = (element: HTMLElement): boolean =>
      element.tagName === 'A' &&
      getComputedStyle(element).display === 'inline' &&
      element.parentElement?.textContent.trim() !== element.textContent.trim();
    const isHiddenFromSight = (box: DOMRect): boolean => box.height <= 1 || box.bottom <= 0;
    return pressed.flatMap((element) => {
      const target = targetOf(element);
      if (!target?.checkVisibility() || isInSentence(target)) return [];
      const box = target.getBoundingClientRect();
      return isHiddenFromSight(box) || box.height >= 44 ? [] : [`${Math.round(box.height)}: ${target.outerHTML.slice(0, 120)}`];
    });
  });
}

function cutOffAtTwiceTheSize(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = '200%';
    const isCut = (element: Element): boolean => {
      const { overflowX, position, clipPath, clip } = getComputedStyle(element);
      const isForScreenReaders = position === 'absolute' && (clip !== 'auto' || clipPath !== 'none');
      return /hidden|clip/.test(overflowX) && !isForScreenReaders && element.scrollWidth > element.clientWidth + 1;
    };
    const cut = [...document.querySelectorAll('body *:not(input)')].filter(isCut).map((element) => element.outerHTML.slice(0, 120));
    const wide = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} pixels wide`] : [];
    const reaching = wide.length === 0 ? [] : [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
    const culprits = reaching.slice(0, 3).map((element) => `too wide: ${element.outerHTML.slice(0, 160)}`);
    root.style.fontSize = '';
    return [...cut, ...wide, ...culprits];
  });
}
