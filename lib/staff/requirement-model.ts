import * as z from 'zod/mini';
import { receivedHow, refusals, type RefusalCode } from '@/lib/applications/requirement-model';
import { leftEmpty, optionalLine, paragraph } from '@/lib/shared/text';
import { optionalTypedDay, typedDay } from '@/lib/shared/typed-day';
import { isUuid } from '@/lib/shared/uuid';
import { openedFor } from './model';

const ofItem = { reference: z.string().check(z.maxLength(20)), openedFor, requirement: z.string().check(z.refine(isUuid)) };

/** Accepted, not needed, or refused for one of the coded reasons. */
export const verdicts = ['accepted', 'not_needed', ...(Object.keys(refusals) as RefusalCode[])] as const;
export type Verdict = (typeof verdicts)[number];

export const judgeInput = z.object({
  ...ofItem,
  verdict: z.enum(verdicts, { error: 'Choose what you make of it.' }),
  receivedOn: optionalTypedDay('the day it arrived'),
  note: z.pipe(leftEmpty, z.optional(paragraph('what the applicant should know about it', 1000))),
});

/** How a paper comes that nobody sends through this site. */
export const paperWays = ['mail', 'email'] as const satisfies readonly (typeof receivedHow)[number][];

export const receivePaperInput = z.object({
  ...ofItem,
  receivedOn: typedDay('the day it arrived'),
  how: z.enum(paperWays, { error: 'Choose how it came.' }),
});

export const askForPaperInput = z.object({
  reference: z.string().check(z.maxLength(20)),
  openedFor,
  paper: z.string().check(z.regex(/^[a-z][a-z0-9_]{1,40}$/, { error: 'Choose a paper.' })),
  about: z.pipe(optionalLine('which one', 100), z.transform((typed: string | undefined) => typed ?? '')),
});

export const reviewInput = z.object({ reference: z.string().check(z.maxLength(20)), openedFor });
