import type { Requirement } from '@/lib/applications/requirement-model';
import { DateText } from './date-text';
import { StatusTag, type Tone } from './tag';

const tones: Readonly<Record<Requirement['state'], Tone>> = {
  asked: 'warning',
  received: 'info',
  accepted: 'success',
  refused: 'error',
  not_needed: 'neutral',
};

/** Where one item stands, with the day that goes with it. `waiting`: the word while nothing has come. */
export function RequirementState({ item, waiting }: { readonly item: Requirement; readonly waiting: string }) {
  return (
    <>
      <StatusTag tone={item.paper.owedBy === 'bureau' && item.state === 'asked' ? 'info' : tones[item.state]}>{word(item, waiting)}</StatusTag>
      {item.dueOn && (
        <>
          <br />
          <small>
            Held open until <DateText value={item.dueOn} />
          </small>
        </>
      )}
      {item.receivedOn && item.state !== 'not_needed' && (
        <>
          <br />
          <small>
            Arrived <DateText value={item.receivedOn} />
          </small>
        </>
      )}
    </>
  );
}

function word({ state }: Requirement, waiting: string): string {
  const words = { asked: waiting, received: 'Arrived, not looked at yet', accepted: 'Accepted', refused: 'Not accepted', not_needed: 'Not needed' };
  return words[state];
}

/** The name of an item, with its form and which one is meant. */
export function requirementTitle({ paper, about }: Pick<Requirement, 'paper' | 'about'>): string {
  const form = paper.formNumber ? ` (${paper.formNumber})` : '';
  return `${paper.title}${form}${about ? `: ${about}` : ''}`;
}
