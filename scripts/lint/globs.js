/**
 * A matcher for patterns with `*`, `**` and `{one,other}`; a leading `!` takes files out again. Brackets and
 * parentheses are plain text: the names of Next's folders hold them.
 */
export function matcher(patterns) {
  const expressions = (chosen) => chosen.map((pattern) => new RegExp(`^${source(pattern.replace(/^!/, ''))}$`));
  const takenIn = expressions(patterns.filter((pattern) => !pattern.startsWith('!')));
  const takenOut = expressions(patterns.filter((pattern) => pattern.startsWith('!')));
  const names = (file) => (expression) => expression.test(file);
  return (file) => takenIn.some(names(file)) && !takenOut.some(names(file));
}

function source(pattern) {
  return pattern
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, choices) => `(?:${choices.replaceAll(',', '|')})`)
    .replace(/\*\*\/|\*\*|\*/g, (stars) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' })[stars]);
}
