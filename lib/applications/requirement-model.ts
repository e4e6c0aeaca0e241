import type { Paper } from '@/lib/rulebook/model';
import type { Day } from '@/lib/shared/days';

/** What a reviewer makes of an item. */
export const judgements = ['accepted', 'refused', 'not_needed'] as const;
export type Judgement = (typeof judgements)[number];

/** Derived by requirement-rules, never stored. */
export type RequirementState = 'asked' | 'received' | Judgement;

/** Why an item is refused, each with the sentence that the applicant reads. */
export const refusals = {
  not_official: 'It is not the official document: a copy, a scan or a forwarded link does not count for this item.',
  unsigned: 'It is not signed by the person who has to sign it.',
  incomplete: 'A page or a field is missing.',
  unreadable: 'It cannot be read.',
  of_another: 'It is not about you, or the name on it differs and nothing explains why.',
  too_old: 'It is too old.',
  not_enough: 'It does not show what is asked for.',
  wrong_document: 'It is another document than the one asked for.',
} as const;
export type RefusalCode = keyof typeof refusals;

export const receivedHow = ['upload', 'mail', 'email', 'signed_here', 'by_rule'] as const;
export type ReceivedHow = (typeof receivedHow)[number];

/** The facts of one item, as its row holds them. */
export type RequirementFacts = {
  readonly receivedAt: Date | null;
  readonly judgement: Judgement | null;
  readonly judgedAt: Date | null;
};

/** One item as everybody sees it: the applicant and the desk read the same list. */
export type Requirement = {
  readonly id: string;
  /** On its cover sheet. */
  readonly reference: string;
  readonly paper: Paper;
  readonly about: string;
  readonly state: RequirementState;
  readonly askedOn: Day;
  /** Until when it is waited for; nothing where it is not owed, or was not asked for in a letter yet. */
  readonly dueOn: Day | null;
  readonly receivedOn: Day | null;
  /** Why it was refused, in a sentence, and what the reviewer added. */
  readonly refusal: string | null;
  readonly note: string | null;
};
