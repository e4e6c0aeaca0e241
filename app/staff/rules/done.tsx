import { Alert } from '@/app/_ui/alert';

const sentences: Readonly<Record<string, string>> = {
  drafted: 'Drafted. Nothing changes until somebody else approves it.',
  published: 'Published. It holds from its day on, and is announced until then.',
  withdrawn: 'Withdrawn. The rules are what they were without it.',
};

/** What came of the form before: its name is in the address. */
export function Done({ done }: { done: string | string[] | undefined }) {
  const sentence = typeof done === 'string' && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  if (!sentence) return null;
  return (
    <Alert tone="success" live>
      {sentence}
    </Alert>
  );
}
