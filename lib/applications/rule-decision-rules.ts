import type { NextStep } from '@/lib/certificates/model';

/** What decides whether a person has to look (design.md §10, "Background check"). */
export type RuleDecisionFacts = {
  readonly kind: string;
  readonly link: 'full' | 'provisional' | 'none';
  readonly hasDisclosure: boolean;
  readonly step: NextStep | undefined;
  readonly isEverythingMet: boolean;
  readonly owesNothing: boolean;
  readonly isDrawnForQuality: boolean;
};

export type NeedsPerson =
  | 'kind'
  | 'not_linked'
  | 'link_provisional'
  | 'disclosed'
  | 'not_open'
  | 'lapsed'
  | 'items_open'
  | 'money_owed'
  | 'drawn_for_quality';

/** Every reason why a person has to decide; none means that the rules decide. */
export function whyPersonDecides(facts: RuleDecisionFacts): NeedsPerson[] {
  const { step, link } = facts;
  const availability = step?.availability;
  const isOpen = availability?.state === 'open';
  const reasons: [NeedsPerson, boolean][] = [
    ['kind', facts.kind !== 'continue_professional'],
    ['not_linked', link === 'none'],
    ['link_provisional', link === 'provisional'],
    ['disclosed', facts.hasDisclosure],
    ['not_open', !isOpen],
    ['lapsed', isOpen && availability.lapsedAfter !== null],
    ['items_open', !facts.isEverythingMet],
    ['money_owed', !facts.owesNothing],
    ['drawn_for_quality', facts.isDrawnForQuality],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

/** Whether an application is among the share that people look at all the same: by its id, which is random and does not change. */
export function isDrawn(applicationId: string, percent: number): boolean {
  return (Number.parseInt(applicationId.slice(0, 8), 16) / 2 ** 32) * 100 < percent;
}
