import type { SummaryError } from '@/app/_ui/form/error-summary';
import { needInput, type Need, type NeedFacts } from '@/lib/applications/need-model';
import type { RuleSet } from '@/lib/rulebook/model';
import * as z from 'zod/mini';

export type Params = Readonly<Record<string, string | string[] | undefined>>;

export const questions = ['holds', 'wants', 'trained', 'months'] as const;
export type Question = (typeof questions)[number];

export type Asked = {
  readonly typed: Readonly<Partial<Record<Question, string>>>;
  readonly errors: readonly SummaryError[];
  /** All four answered, each with something that can be. */
  readonly facts: NeedFacts | null;
};

/** What the address of the page asks. A repeated parameter counts once; an address without any asks nothing. */
export function readQuestions(params: Params, ruleSet: RuleSet): Asked {
  const typed = Object.fromEntries(questions.flatMap((name) => [params[name] ?? []].flat().slice(0, 1).map((value) => [name, value])));
  if (Object.keys(typed).length === 0) return { typed, errors: [], facts: null };
  const read = needInput(ruleSet).safeParse(typed);
  if (read.success) return { typed, errors: [], facts: read.data };
  const fieldErrors: Record<string, string[] | undefined> = z.flattenError(read.error).fieldErrors;
  const errors = questions.flatMap((name) => (fieldErrors[name] ?? []).slice(0, 1).map((message) => ({ name, message })));
  return { typed, errors, facts: null };
}

/** Where to start it after login, with the answers that the application asks for too. */
export function startAddress({ kind }: Need, { holds, months }: NeedFacts): string {
  const told = { kind, schoolMonths: String(months), otherState: holds === 'other_state' ? 'yes' : 'no' };
  return `/applications/new?${new URLSearchParams(told).toString()}`;
}
