import * as z from 'zod/mini';
import { parseDay, type Day } from '@/lib/shared/days';
import { leftEmpty, paragraph } from '@/lib/shared/text';

/** Why somebody on the staff opens a person's record: kept, and shown to the person (C.G.S. §4-193). */
export const openingReasons = {
  queue: 'It is next in the queue',
  call: 'The educator called',
  mail: 'A letter, an email or an envelope about it',
  own_work: 'Checking or correcting our own work',
  identity: 'An identity case',
  audit: 'An audit',
} as const;
export type OpeningReason = keyof typeof openingReasons;

/** What one chooses from; the others are implied by where one comes from (design.md §10). */
export const chosenReasons = ['call', 'mail', 'own_work', 'audit'] as const satisfies readonly OpeningReason[];

/** The reason in the address of an application's page. */
export const openedFor = z.pipe(z.unknown(), z.transform(knownReason));
export type OpenedFor = 'queue' | (typeof chosenReasons)[number] | undefined;

function knownReason(typed: unknown): OpenedFor {
  return (['queue', ...chosenReasons] as const).find((reason) => reason === typed);
}

const reasonWords = z.pipe(leftEmpty, z.optional(paragraph('why it is denied', 2000)));

const ofApplication = { reference: z.string().check(z.maxLength(20)), openedFor };

export const decideInput = z
  .object({
    ...ofApplication,
    outcome: z.enum(['approved', 'denied'], { error: 'Choose approve or deny.' }),
    reason: reasonWords,
  })
  .check(
    z.refine((typed) => typed.outcome !== 'denied' || typed.reason !== undefined, {
      path: ['reason'],
      error: 'Say why it is denied. The educator reads it.',
    }),
  );

export const issueInput = z.object(ofApplication);

/** Where a page of the queue begins: after this day and reference. */
export type QueuePlace = { readonly queuedOn: Day; readonly reference: string };

/** "2026-11-24.A0001Z3K", as the link to the next page has it. */
export function queuePlaceOf(text: string | undefined): QueuePlace | undefined {
  const [day = '', reference = ''] = text?.split('.') ?? [];
  const queuedOn = parseDay(day);
  return queuedOn && /^[0-9A-Z]{8}$/.test(reference) ? { queuedOn, reference } : undefined;
}

export function queuePlaceText({ queuedOn, reference }: QueuePlace): string {
  return `${queuedOn}.${reference}`;
}
