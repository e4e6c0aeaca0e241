/** Something that must be readable nowhere, by the name a failing test may print. */
export type Guarded = { readonly name: string; readonly spellings: readonly string[] };
export type Written = { readonly where: string; readonly text: string };
export type Leak = { readonly where: string; readonly name: string };

/** Where any of what is guarded can be read in what was written, in any spelling and in the usual encodings. */
export function findLeaks(guarded: readonly Guarded[], written: readonly Written[]): Leak[] {
  const wanted = guarded.map(({ name, spellings }) => ({ name, ...encoded(spellings) }));
  return written.flatMap(({ where, text }) => {
    const folded = text.toLowerCase();
    const found = wanted.filter(
      ({ plain, exact }) => plain.some((one) => folded.includes(one)) || exact.some((one) => text.includes(one)),
    );
    return found.map(({ name }) => ({ where, name }));
  });
}

export function guardedSsn(name: string, digits: string): Guarded {
  const parts = [digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)];
  return { name, spellings: ['', '-', ' ', '.', '/', '–', '‑', '−', '\u00a0', '%20'].map((between) => parts.join(between)) };
}

const months = 'January February March April May June July August September October November December'.split(' ');

export function guardedDate(name: string, iso: string): Guarded {
  const [year = '', month = '', day = ''] = iso.split('-');
  const [m, d] = [String(Number(month)), String(Number(day))];
  const monthName = months[Number(month) - 1] ?? '';
  const numbers = ['', '-', '/', '.', ' '].flatMap((between) => [
    [year, month, day].join(between),
    [month, day, year].join(between),
    [day, month, year].join(between),
  ]);
  const short = ['-', '/', '.', ' '].flatMap((between) => [[m, d, year].join(between), [d, m, year].join(between)]);
  const words = [monthName, monthName.slice(0, 3), `${monthName.slice(0, 3)}.`].flatMap((word) => [
    `${word} ${d}, ${year}`,
    `${word} ${d} ${year}`,
    `${d} ${word} ${year}`,
  ]);
  return { name, spellings: [...numbers, ...short, ...words] };
}

/** A password or token: as it is, and without the hyphens it is shown with. */
export function guardedText(name: string, text: string): Guarded {
  return { name, spellings: [text, text.replaceAll('-', ''), text.replaceAll('-', ' '), encodeURIComponent(text)] };
}

function encoded(spellings: readonly string[]): { plain: string[]; exact: string[] } {
  const reversed = spellings.map((one) => [...one].reverse().join(''));
  const hex = spellings.flatMap((one) => [Buffer.from(one).toString('hex'), Buffer.from(one, 'utf16le').toString('hex')]);
  const plain = [...spellings, ...reversed, ...hex].map((one) => one.toLowerCase());
  return { plain: [...new Set(plain)], exact: [...new Set(spellings.flatMap(inBase64))] };
}

// Inside longer text the same bytes have three looks, by where they begin; the outer characters mix with the neighbours'.
function inBase64(text: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    const from = offset === 0 ? 0 : offset + 1;
    const most = Math.floor((bytes.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((alphabet) => bytes.toString(alphabet).slice(from, most));
  });
}
