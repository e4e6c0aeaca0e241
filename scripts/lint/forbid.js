/**
 * A rule that reports every node a selector finds. Like no-restricted-syntax, but each ban keeps its own name, so that
 * two config blocks cannot switch each other's bans off.
 */
export function forbid(message, ...selectors) {
  return {
    meta: { type: 'problem', schema: [], messages: { forbidden: message } },
    create(context) {
      const seen = new Set();
      const report = (node) => {
        if (seen.has(node)) return;
        seen.add(node);
        context.report({ node, messageId: 'forbidden' });
      };
      return Object.fromEntries(selectors.map((selector) => [selector, report]));
    },
  };
}
