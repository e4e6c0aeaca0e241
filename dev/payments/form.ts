/** Parameters as they came: text, or parts by name. Lists are parts named 0, 1, 2… until a list is asked for. */
export type Form = { [name: string]: string | Form };

/** Decodes `a[b][0][c]=x` and `a[]=x`, the form encoding Stripe's API speaks in bodies and query strings. */
export function decodeForm(text: string): Form {
  const form = emptyForm();
  for (const [name, value] of new URLSearchParams(text)) place(form, pathOf(name), value);
  return form;
}

const deepest = 10;

function pathOf(name: string): string[] {
  const [first = '', ...rest] = name.split('[', deepest);
  return [first, ...rest.map((part) => part.replace(/\]$/, ''))];
}

function place(form: Form, path: readonly string[], value: string): void {
  const [first = '', ...rest] = path;
  const name = first === '' ? String(Object.keys(form).length) : first;
  if (rest.length === 0) {
    form[name] = value;
    return;
  }
  const there = form[name];
  const part = typeof there === 'object' ? there : emptyForm();
  form[name] = part;
  place(part, rest, value);
}

// Without a prototype, `__proto__` is a name like any other.
function emptyForm(): Form {
  return Object.create(null) as Form;
}

/** The same parameters in any order give the same text: what an idempotency key compares. */
export function canonicalForm(form: Form): string {
  const pairs = Object.entries(form).map(([name, value]): [string, string] => {
    return [name, typeof value === 'string' ? `=${value}` : canonicalForm(value)];
  });
  return JSON.stringify(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
