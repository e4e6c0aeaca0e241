/** The hidden fields of the first form, by name. */
export function hiddenFields(html: string): [name: string, value: string][] {
  const [form = ''] = /<form[\s\S]*?<\/form>/.exec(html.slice(html.indexOf('<main'))) ?? [];
  return [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')]);
}

function attribute(tag: string, name: string): string {
  const [, value = ''] = new RegExp(`\\b${name}="([^"]*)"`).exec(tag) ?? [];
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
