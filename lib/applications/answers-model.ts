import * as z from 'zod/mini';
import { contactInput } from '@/lib/identity/contact-model';
import { leftEmpty, line, optionalLine, paragraph } from '@/lib/shared/text';
import { disclosureKeys } from './questions-model';

/** Address and phone, as the profile has them. */
export const personalInput = contactInput;

const yesOrNo = (question: string) => z.enum(['yes', 'no'], { error: question });

const endorsementCode = z.string().check(z.regex(/^\d{3}$/, { error: 'Choose an endorsement.' }));

export const certificateInput = z.object({
  endorsement: endorsementCode,
  program: line('the college or program where you prepared', 120),
  finishedYear: z.string().check(z.trim(), z.regex(/^(19|20)\d{2}$/, { error: 'Enter the year you finished, like 2024.' })),
  otherState: yesOrNo('Answer yes or no about a certificate of another state.'),
});
export type CertificateAnswers = z.output<typeof certificateInput>;

/** Which can be added is decided by howAdded. */
export const endorsementInput = z.object({ endorsement: endorsementCode });

export const experienceInput = z.object({
  schoolMonths: z.string().check(
    z.trim(),
    z.regex(/^\d{1,3}$/, { error: 'Enter a whole number of school months, like 50. Ten school months are one school year.' }),
  ),
  employer: optionalLine('where you served', 120),
  highestDegree: z.enum(['bachelor', 'master', 'sixth_year', 'doctorate', 'other'], { error: 'Choose your highest degree.' }),
  team: z.enum(['complete', 'in_progress', 'not_required', 'not_started'], { error: 'Choose where you are with TEAM.' }),
});
export type ExperienceAnswers = z.output<typeof experienceInput>;

const answerEach = {
  convicted: yesOrNo('Answer yes or no about convictions and charges.'),
  discipline: yesOrNo('Answer yes or no about denied or lost licenses.'),
  investigation: yesOrNo('Answer yes or no about investigations.'),
  dismissed: yesOrNo('Answer yes or no about dismissals.'),
};

const statement = z.pipe(
  z.pipe(leftEmpty, z.optional(paragraph('a statement about each "yes"'))),
  z.transform((typed: string | undefined) => typed ?? ''),
);

export const disclosuresInput = z
  .object({ ...answerEach, statement })
  .check(
    z.refine((typed) => typed.statement !== '' || !disclosureKeys.some((key) => typed[key] === 'yes'), {
      path: ['statement'],
      error: 'You answered yes. Tell us what happened, when and where, and how it ended.',
    }),
  );
export type DisclosuresAnswers = z.output<typeof disclosuresInput>;

export const signInput = z.object({
  affirmed: z.literal('yes', { error: 'Tick the box to affirm.' }),
  signature: line('your full name as your signature', 100),
  duplicateReason: optionalLine('why you need a duplicate', 200),
});
export type SignAnswers = z.output<typeof signInput>;

/** What each step's form must hold, by step. Review asks nothing. */
export const stepInputs = {
  personal: personalInput,
  certificate: certificateInput,
  endorsement: endorsementInput,
  experience: experienceInput,
  disclosures: disclosuresInput,
  sign: signInput,
} as const;
export type AnsweredStep = keyof typeof stepInputs;

/** Saved answers by step, as stored: parse a step by its schema before believing it. */
export type Answers = Readonly<Record<string, Record<string, unknown>>>;
