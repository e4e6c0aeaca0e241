import { Alert } from '@/app/_ui/alert';

const sentences: Readonly<Record<string, string>> = {
  link: 'Linked. They are told by email.',
  new: 'A new EIN was given. They are told by email.',
  added: 'Added. Compare it below before you link anybody to it.',
  confirm: 'Confirmed: the link is full. They are told by email.',
  ask: 'Asked. They are told by email, with a new date.',
  reject: 'Rejected. They are told by email, with your words.',
  proposed: 'Proposed. Nothing changes until somebody else approves it.',
  approved: 'Approved and done.',
  withdrawn: 'Withdrawn.',
  undone: 'Undone. If it had closed a case, that is open again, and whoever waits is told.',
  corrected: 'Corrected. Whoever holds the record is told by email.',
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
