import { kilobytes } from './figures';

/** Scripts and stylesheets a page names anywhere, the payload included, without those only old browsers load. */
export function filesNamedIn(html: string): { scripts: string[]; styles: string[] } {
  const forOldBrowsers = [...html.matchAll(/<script[^>]*\bnomodule\b[^>]*>/gi)].flatMap(([tag]) => named(tag, 'js'));
  return { scripts: named(html, 'js').filter((path) => !forOldBrowsers.includes(path)), styles: named(html, 'css') };
}

function named(text: string, ending: 'js' | 'css'): string[] {
  const found = [...text.matchAll(/(?:\/_next\/)?static\/[\w.~/-]+?\.(js|css)\b/g)].filter(([, kind]) => kind === ending);
  return [...new Set(found.map(([path]) => (path.startsWith('/') ? path : `/_next/${path}`)))];
}

type Scripts = { readonly js: number; readonly jsOnTyping: number };

/** JavaScript in kB over the bare Next app, what typing brings included. */
export function overBare({ js, jsOnTyping }: Scripts, bare: Pick<Scripts, 'js'>): number {
  return kilobytes(js + jsOnTyping - bare.js);
}
