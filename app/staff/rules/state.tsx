import { StatusTag, type Tone } from '@/app/_ui/tag';
import type { RuleChangeState } from '@/lib/staff/rule-change-queries';

const states: Readonly<Record<RuleChangeState, { tone: Tone; words: string }>> = {
  drafted: { tone: 'info', words: 'Waits for a second person' },
  announced: { tone: 'warning', words: 'Published, not yet in force' },
  in_force: { tone: 'success', words: 'In force' },
  withdrawn: { tone: 'neutral', words: 'Withdrawn' },
};

export function ChangeState({ state }: { readonly state: RuleChangeState }) {
  const { tone, words } = states[state];
  return <StatusTag tone={tone}>{words}</StatusTag>;
}
