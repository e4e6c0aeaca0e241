import * as z from 'zod/mini';
import type { Day } from '@/lib/shared/days';
import { leftEmpty, line, paragraph } from '@/lib/shared/text';
import { typedDay } from '@/lib/shared/typed-day';
import { isUuid } from '@/lib/shared/uuid';

/** What staff may change in the rulebook, in the words of its pages. */
export const changeable = {
  fee: { title: 'A fee', which: 'Fee' },
  setting: { title: 'A setting', which: 'Setting' },
  validity: { title: 'How long a certificate is valid', which: 'Certificate' },
} as const;
export type Changeable = keyof typeof changeable;

export function isChangeable(text: string): text is Changeable {
  return Object.hasOwn(changeable, text);
}

/** What is to be otherwise from a day on: `values` are the columns of the row that `key` names. */
export type RuleChangeDraft = {
  readonly what: Changeable;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly fromDay: Day;
  readonly source: string;
  readonly note: string | null;
};

export const settingNames: Readonly<Record<string, string>> = {
  renewal_window: 'How long before the end a renewal can be applied for',
  renewal_advised: 'How long before the end people are advised to renew',
  temp90_window: 'How long before its end a 90-day certificate leads on',
  clearing_bank_check: 'How long issue waits for a certified bank check to clear',
  clearing_cashiers_check: 'How long issue waits for a cashier’s check to clear',
  clearing_money_order: 'How long issue waits for a money order to clear',
  quality_review_share: 'How many of the renewals decided by rule go to a person',
  experience_statement_months: 'From how many school months on a statement of experience is asked for',
  item_open_months: 'How long an application is held open for what is missing',
  background_sweep_days: 'How old the latest background sweep may be',
};

const dollars = (what: string) =>
  z.pipe(
    z.string({ error: `Enter ${what}.` }).check(
      z.overwrite((typed) => typed.replace(/[$,\s]/g, '')),
      z.regex(/^\d{1,5}(\.\d{2})?$/, { error: `Enter ${what} in dollars, like 200 or 0.` }),
    ),
    z.transform((typed: string) => Math.round(Number(typed) * 100)),
  );

const wholeNumber = (error: string, pattern: RegExp) =>
  z.pipe(z.string({ error }).check(z.overwrite((typed) => typed.trim()), z.regex(pattern, { error })), z.transform(Number));

const key = z.string({ error: 'Choose what to change.' }).check(z.minLength(1, { error: 'Choose what to change.' }), z.maxLength(60));
const words = {
  fromDay: typedDay('the first day on which it holds'),
  source: line('where it is written', 300),
  note: z.pipe(leftEmpty, z.optional(paragraph('what the second person should know', 1000))),
};

type Typed = { readonly key: string; readonly fromDay: Day; readonly source: string; readonly note?: string | undefined };

function draftOf(what: Changeable, typed: Typed, values: RuleChangeDraft['values']): RuleChangeDraft {
  const { fromDay, source, note = null } = typed;
  return { what, key: typed.key, values, fromDay, source, note };
}

export const feeChangeInput = z.pipe(
  z.object({ key, total: dollars('the whole amount'), review: dollars('the review fee'), ...words }).check(
    // Asked even where one of them is no amount, which has its own sentence then.
    // An amount below nothing is told by its own field.
    z.refine((typed) => !(typed.total >= 0 && typed.review > typed.total), {
      path: ['review'],
      error: 'The review fee is part of the whole amount, so it cannot be more.',
    }),
  ),
  z.transform(({ total, review, ...typed }) => draftOf('fee', typed, { totalCents: total, reviewCents: review })),
);

export const settingChangeInput = z.pipe(
  z.object({ key, value: wholeNumber('Enter a whole number, like 6.', /^\d{1,3}$/), ...words }),
  z.transform(({ value, ...typed }) => draftOf('setting', typed, { value })),
);

const units = ['years', 'months', 'school_years'] as const;
export const validityChangeInput = z.pipe(
  z.object({
    key,
    length: wholeNumber('Enter a whole number from 1 to 99.', /^[1-9]\d?$/),
    unit: z.enum(units, { error: 'Choose years, months or school years.' }),
    ...words,
  }),
  z.transform(({ length, unit, ...typed }) => draftOf('validity', typed, { length, unit })),
);

export const ruleChangeIdInput = z.object({ id: z.string().check(z.refine(isUuid)) });

/** Why a change cannot be drafted or published as it stands. */
export type RuleChangeRefusal =
  | 'unknown_key'
  | 'same_values'
  | 'too_soon'
  | 'too_far'
  | 'above_hundred'
  | { readonly code: 'faults'; readonly sentences: readonly string[] };
