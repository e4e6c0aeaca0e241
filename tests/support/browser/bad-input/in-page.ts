import type { Values } from './values';

/* Each of these runs within the page, and may use nothing from outside itself. They work without the page's own scripts, too. */

/**
 * Types and chooses, as a browser that checks nothing and knows no longest text. Forms that are folded away are opened first.
 * What was typed before stays where nothing else is given.
 */
export function fillIn(form: Element, typed: Values): void {
  type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  const type = (control: Control, value: string): void => {
    if (control.value === value) return;
    control.removeAttribute('maxlength');
    // By the setter of the element itself: the one that React puts before it would keep the change from React.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value);
    for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }));
  };
  const choose = (tile: HTMLInputElement, value: string): void => {
    if (tile.checked && tile.value !== value) tile.checked = false;
    if (!tile.checked && tile.value === value) tile.click();
  };
  for (const folded of document.querySelectorAll('details')) folded.open = true;
  for (const control of form.querySelectorAll<Control>('input, select, textarea')) {
    const value = typed[control.name];
    if (value === undefined) continue;
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) choose(control, value);
    else type(control, value);
  }
}

/** Where a form is sent, and what it sends along that nobody types. */
export function hiddenIn(form: Element): { readonly method: string; readonly hidden: Record<string, string> } {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')];
  return { method: (form as HTMLFormElement).method, hidden: Object.fromEntries(inputs.map(({ name, value }) => [name, value])) };
}

export type Answer = {
  /** The words by the field, where one can see them. */
  readonly words: string;
  /** The field is marked as wrong; one of several radio buttons cannot be. */
  readonly isMarked: boolean;
  readonly isDescribedByThem: boolean;
  /** What the summary says where its link leads to the field. */
  readonly summary: readonly string[];
  readonly alsoWrong: readonly string[];
  /** What stands in the fields now. */
  readonly kept: Values;
};

/** How the form with the field was answered, on this page or on another one. */
export function answerAbout({ field, about, html }: { readonly field: string; readonly about: string; readonly html?: string }): Answer {
  const page = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html');
  const form = page.querySelector(`[name="${field}"]`)?.closest('form');
  if (!form) throw new Error(`There is no form with ${field}`);
  const wordsOf = (element: Element): string => element.textContent.replace(/^Error: /, '');
  const isSeen = (element: Element | null): boolean => element?.closest('details:not([open]), [hidden]') === null;
  const isDescribed = (element: Element | null): boolean =>
    element?.getAttribute('aria-describedby')?.split(' ').includes(`error-${about}`) === true;
  const leadsHere = ({ hash }: HTMLAnchorElement): boolean => hash === `#field-${about}` && isSeen(form.querySelector(hash));
  const controls = [...form.querySelectorAll<HTMLInputElement>(`[name="${field}"]`)];
  const messages = [...form.querySelectorAll('.usa-error-message')].filter(isSeen);
  const kept: Record<string, string> = {};
  for (const control of form.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea')) {
    const isTile = /^(radio|checkbox)$/.test(control.type);
    kept[control.name] = isTile && !control.checked ? (kept[control.name] ?? '') : control.value;
  }
  return {
    words: messages.filter(({ id }) => id === `error-${about}`).map(wordsOf).join(),
    isMarked: controls.every((control) => control.type === 'radio' || control.getAttribute('aria-invalid') === 'true'),
    isDescribedByThem: controls.every((control) => isDescribed(control) || isDescribed(control.closest('fieldset'))),
    summary: [...form.querySelectorAll<HTMLAnchorElement>('.cecs-errors a')].filter(leadsHere).map(wordsOf),
    alsoWrong: messages.filter(({ id }) => id !== `error-${about}`).map(({ id }) => id.replace('error-', '')),
    kept,
  };
}
