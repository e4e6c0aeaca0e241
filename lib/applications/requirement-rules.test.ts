import fc from 'fast-check';
import { applicationKinds, type ApplicationKind } from '@/lib/rulebook/model';
import { inForce } from '@/lib/rulebook/rules';
import { addDays, day } from '@/lib/shared/days';
import { ruleSet } from '@/tests/support/rule-set';
import { asRequirement, heldOpenUntil, isMet, isOwed, papersNeeded, requirementState, type PaperFacts } from './requirement-rules';

const plain: PaperFacts = { kind: 'duplicate', conditions: [], schoolMonths: 0, isCertifiedElsewhere: false, hasDisclosure: false };

/** As an application of that kind asks on that day: by the transition in force from that type. */
function papers(kind: ApplicationKind, asked: string, from: string | null, more: Partial<PaperFacts> = {}): string[] {
  const on = day(asked);
  const way = inForce(ruleSet.transitions, on).find((row) => row.kind === kind && row.fromType === from);
  return papersNeeded(ruleSet, on, { ...plain, kind, conditions: way?.conditions ?? [], ...more }).map(({ key }) => key);
}

describe('the papers an application needs', () => {
  // domain.md §6.1, "Send with it"; §6.3 for disclosures and the check.
  it.each<[string, string[], string[]]>([
    ['continuing a Professional: nothing but the check', papers('continue_professional', '2026-11-24', 'PROFESSIONAL'), ['background_check']],
    ['a duplicate: nothing', papers('duplicate', '2026-11-24', null), []],
    ['advancing to Professional now', papers('advance_to_professional', '2026-11-24', 'INITIAL'), ['ed126', 'transcripts', 'background_check']],
    ['advancing from Provisional on the last day of the old rules', papers('advance_to_professional', '2025-06-30', 'PROVISIONAL'), ['ed126', 'transcripts', 'background_check']],
    ['advancing to Provisional on its last day', papers('advance_to_provisional', '2025-06-30', 'INITIAL'), ['ed126', 'background_check']],
    ['renewing an Initial never served under', papers('renew_initial', '2026-11-24', 'INITIAL'), ['background_check']],
    ['renewing an Initial served under', papers('renew_initial', '2026-11-24', 'INITIAL', { schoolMonths: 1 }), ['ed126', 'background_check']],
    ['a first one after a Connecticut program', papers('first_certificate_ct', '2026-11-24', null), ['transcripts', 'program_recommendation', 'background_check']],
    ['a first one with 19 school months', papers('first_certificate_other', '2026-11-24', null, { schoolMonths: 19 }), ['transcripts', 'ed125', 'background_check']],
    ['a first one with 20 school months', papers('first_certificate_other', '2026-11-24', null, { schoolMonths: 20 }), ['transcripts', 'ed126', 'background_check']],
    [
      'a first one of somebody certified in another state',
      papers('first_certificate_other', '2026-11-24', null, { schoolMonths: 20, isCertifiedElsewhere: true }),
      ['transcripts', 'ed126', 'out_of_state_certificate', 'background_check'],
    ],
    ['removing a deficiency', papers('remove_deficiency', '2026-11-24', 'INTERIM_INITIAL'), ['deficiency_proof']],
    ['from a 90-day certificate', papers('temp90_to_initial', '2026-11-24', 'TEMP90'), ['superintendent_statement', 'background_check']],
    ['renewing a coaching permit', papers('renew_coaching_5yr', '2026-11-24', 'COACH_5YR'), ['course_certificates', 'background_check']],
    ['anything with a yes', papers('duplicate', '2026-11-24', null, { hasDisclosure: true }), ['disclosure_statement', 'court_records']],
  ])('%s', (_what, found, expected) => expect(found).toEqual(expected));

  const anyFacts = fc.record({
    kind: fc.constantFrom(...applicationKinds),
    conditions: fc.subarray(ruleSet.conditions.map(({ key }) => key)),
    schoolMonths: fc.nat(400),
    isCertifiedElsewhere: fc.boolean(),
    hasDisclosure: fc.boolean(),
  });

  it('is the same for the same facts, names no paper twice, and each by a row in force that day', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 6_000 }), (facts, days) => {
        const on = addDays(day('2017-01-01'), days);
        const found = papersNeeded(ruleSet, on, facts).map(({ key }) => key);
        expect(papersNeeded(ruleSet, on, facts).map(({ key }) => key)).toEqual(found);
        expect(new Set(found).size).toBe(found.length);
        const rows = inForce(ruleSet.requiredPapers, on).map(({ paper }) => paper);
        expect(found.every((key) => rows.includes(key))).toBe(true);
      }),
    );
  });
});

const [at, after] = [new Date('2026-11-24T15:00:00Z'), new Date('2026-11-25T15:00:00Z')];

describe('where an item stands', () => {
  it.each([
    [{ receivedAt: null, judgement: null, judgedAt: null }, 'asked'],
    [{ receivedAt: at, judgement: null, judgedAt: null }, 'received'],
    [{ receivedAt: at, judgement: 'accepted', judgedAt: after }, 'accepted'],
    [{ receivedAt: at, judgement: 'accepted', judgedAt: at }, 'accepted'],
    [{ receivedAt: at, judgement: 'refused', judgedAt: after }, 'refused'],
    [{ receivedAt: after, judgement: 'refused', judgedAt: at }, 'received'],
    [{ receivedAt: null, judgement: 'not_needed', judgedAt: at }, 'not_needed'],
  ] as const)('%j is %s', (facts, state) => expect(requirementState(facts)).toBe(state));

  it('owes nothing to anybody once it is met, and never the Bureau’s own check', () => {
    for (const state of ['asked', 'received', 'accepted', 'refused', 'not_needed'] as const) {
      expect(isOwed(state, 'bureau')).toBe(false);
      expect(isMet(state) && isOwed(state, 'educator')).toBe(false);
    }
  });

  it('is held open for two years from a review that found it missing, and says so only while it is owed', () => {
    expect([heldOpenUntil(ruleSet, day('2026-11-24')), heldOpenUntil(ruleSet, day('2028-02-29'))]).toEqual(['2028-11-24', '2030-02-28']);
    const row = {
      ...{ id: '1', reference: 'D1', paper: 'transcripts', about: '', note: null, refusalCode: null, askedAt: at },
      ...{ dueOn: '2028-11-24', receivedOn: null, receivedAt: null, judgement: null, judgedAt: null },
    };
    const dueOn = (facts: object) => asRequirement({ ...row, ...facts }, ruleSet).dueOn;
    expect([dueOn({}), dueOn({ receivedAt: at, receivedOn: '2026-11-24' }), dueOn({ paper: 'background_check' })]).toEqual(['2028-11-24', null, null]);
    expect(dueOn({ receivedAt: at, judgement: 'refused', judgedAt: after, refusalCode: 'unsigned' })).toBe('2028-11-24');
  });
});
