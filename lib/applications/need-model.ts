import * as z from 'zod/mini';
import type { Quote } from '@/lib/fees/model';
import type { ApplicationKind, Condition, Paper, RuleSet, RuleSetting, RuleSource, Validity } from '@/lib/rulebook/model';
import type { Day } from '@/lib/shared/days';
import '@/lib/shared/text';

export const wishes = ['keep', 'advance', 'first', 'endorsement', 'deficiency', 'convert', 'copy', 'coach', 'district'] as const;
export type Wish = (typeof wishes)[number];

/** What somebody tells before any login. Nothing of it says who they are, so that it can stand in an address. */
export type NeedFacts = {
  /** The key of a certificate type of the rulebook, or one of the two that are none of Connecticut. */
  readonly holds: string;
  readonly wants: Wish;
  readonly trained: 'connecticut' | 'elsewhere';
  readonly months: number;
};

/** What one may hold beside the types of the rulebook. */
export const noConnecticutCertificate = { nothing: 'No educator certificate or permit', other_state: 'A certificate of another state or country only' } as const;

export function holdsNone(holds: string): holds is keyof typeof noConnecticutCertificate {
  return Object.hasOwn(noConnecticutCertificate, holds);
}

/** The four questions as they stand in the address of the page. Which types there are is of the rulebook. */
export function needInput(ruleSet: RuleSet) {
  const isOffered = (typed: string) => holdsNone(typed) || ruleSet.certificateTypes.some(({ key }) => key === typed);
  const unanswered = { error: 'Choose what you hold now.' };
  return z.object({
    holds: z.string(unanswered).check(z.refine(isOffered, unanswered)),
    wants: z.enum(wishes, { error: 'Choose what you want to do.' }),
    trained: z.enum(['connecticut', 'elsewhere'], { error: 'Say where you were prepared.' }),
    months: schoolMonths,
  });
}

const howMonths = { error: 'Enter a whole number of school months, like 50. Enter 0 if you have not served.' };
export const schoolMonths = z.pipe(
  z.string(howMonths).check(z.trim(), z.regex(/^\d{1,3}$/, howMonths)),
  z.transform(Number),
);

/** How one goes about it: a way that ended says since when, and what there is instead. */
export type NeedWay =
  | { readonly state: 'online' | 'on_paper' | 'district' }
  | { readonly state: 'ended'; readonly lastDay: Day; readonly sentence: string | null; readonly instead: string | null };

/** One application that leads where somebody wants to go, with all that it takes. */
export type Need = {
  readonly kind: ApplicationKind;
  readonly title: string;
  readonly form: string | null;
  readonly way: NeedWay;
  /** It is about the certificate they hold, which has to be chosen after login. */
  readonly isAboutCertificate: boolean;
  readonly newType: string | null;
  /** None where no source says how long it runs. */
  readonly validity: Validity | null;
  readonly conditions: readonly Condition[];
  /** Where it depends on the endorsement to be added: how each is. */
  readonly additions: readonly string[];
  readonly papers: readonly Paper[];
  /** None where no source states an amount: the Bureau tells it. */
  readonly price: Quote | null;
  /** How long before the end of the certificate one may apply; none where one may at any time. */
  readonly window: RuleSetting | null;
  /** The key of the transition, or of the kind, that says so. */
  readonly rule: string;
  readonly sources: readonly RuleSource[];
  readonly isAssumed: boolean;
};
