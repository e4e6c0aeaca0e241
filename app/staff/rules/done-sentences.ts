/** What came of each form of these pages. */
export const ruleSentences: Readonly<Record<string, string>> = {
  drafted: 'Drafted. Nothing changes until somebody else approves it.',
  published: 'Published. It holds from its day on, and is announced until then.',
  withdrawn: 'Withdrawn. The rules are what they were without it.',
};
