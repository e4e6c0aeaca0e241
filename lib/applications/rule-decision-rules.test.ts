import { randomUUID } from 'node:crypto';
import { nextStepsFor, stepOfKind } from '@/lib/certificates/rules';
import { certificateOf, on } from '@/tests/support/rule-set';
import { isDrawn, whyPersonDecides, type RuleDecisionFacts } from './rule-decision-rules';

const stepOn = (asked: string) => stepOfKind(nextStepsFor(certificateOf('PROFESSIONAL', '2027-01-14'), on(asked)), 'continue_professional');
const passing: RuleDecisionFacts = {
  kind: 'continue_professional',
  link: 'full',
  hasDisclosure: false,
  step: stepOn('2026-11-24'),
  isEverythingMet: true,
  owesNothing: true,
  isDrawnForQuality: false,
};

describe('what the rules decide by themselves', () => {
  it('is a renewal on which every rule passes', () => expect(whyPersonDecides(passing)).toEqual([]));

  it.each<[Partial<RuleDecisionFacts>, string]>([
    [{ kind: 'advance_to_professional' }, 'kind'],
    [{ link: 'none' }, 'not_linked'],
    [{ link: 'provisional' }, 'link_provisional'],
    [{ hasDisclosure: true }, 'disclosed'],
    [{ step: undefined }, 'not_open'],
    [{ step: stepOn('2026-07-13') }, 'not_open'],
    [{ step: stepOn('2027-01-15') }, 'lapsed'],
    [{ isEverythingMet: false }, 'items_open'],
    [{ owesNothing: false }, 'money_owed'],
    [{ isDrawnForQuality: true }, 'drawn_for_quality'],
  ])('never with %j', (odd, reason) => expect(whyPersonDecides({ ...passing, ...odd })).toEqual([reason]));

  it('counts on the last day, and no more on the day after it', () => {
    expect(whyPersonDecides({ ...passing, step: stepOn('2027-01-14') })).toEqual([]);
    expect(whyPersonDecides({ ...passing, step: stepOn('2027-01-15') })).toEqual(['lapsed']);
  });
});

describe('the share drawn for quality', () => {
  const ids = Array.from({ length: 20_000 }, () => randomUUID());

  it.each([0, 5, 50, 100])('is about %i percent, and the same when asked again', (percent) => {
    const drawn = ids.filter((id) => isDrawn(id, percent));
    expect(drawn.length / ids.length).toBeGreaterThanOrEqual(percent === 0 ? 0 : percent / 100 - 0.02);
    expect(drawn.length / ids.length).toBeLessThanOrEqual(percent === 100 ? 1 : percent / 100 + 0.02);
    expect(drawn.every((id) => isDrawn(id, percent))).toBe(true);
  });
});
