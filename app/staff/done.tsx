import { Alert } from '@/app/_ui/alert';

type Props = {
  /** As it stands in the address. */
  readonly done: string | string[] | undefined;
  readonly sentences: Readonly<Record<string, string>>;
};

/** What came of the form before: its name is in the address. */
export function Done({ done, sentences }: Props) {
  const sentence = typeof done === 'string' && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  if (!sentence) return null;
  return (
    <Alert tone="success" live>
      {sentence}
    </Alert>
  );
}
