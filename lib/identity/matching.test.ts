import fc from 'fast-check';
import type { Agreement } from './agreement';
import { decideMatch, joinCandidates, weighAnswer, type Answer, type Candidate } from './matching';

const agreements: Agreement[] = ['equal', 'near', 'differs'];
const yesNo = [true, false];

const anyCandidate: fc.Arbitrary<Candidate> = fc.record({
  personId: fc.uuid(),
  ssn: fc.constantFrom(...agreements),
  birthDate: fc.constantFrom(...agreements),
  firstName: fc.constantFrom(...agreements),
  lastName: fc.constantFrom(...agreements),
  coincidence: fc.constantFrom(0.0001, 0.1, Infinity),
  emailAgrees: fc.boolean(),
  isClaimed: fc.boolean(),
  isDisavowed: fc.boolean(),
});
const candidates = fc.uniqueArray(anyCandidate, { maxLength: 6, selector: (one) => one.personId });

const everyCandidate: Candidate[] = agreements.flatMap((ssn) =>
  agreements.flatMap((birthDate) =>
    agreements.flatMap((firstName) =>
      agreements.flatMap((lastName) =>
        yesNo.flatMap((emailAgrees) =>
          yesNo.flatMap((isClaimed) =>
            [0.0001, Infinity].flatMap((coincidence) =>
              yesNo.map((isDisavowed) => ({ personId: 'p', ssn, birthDate, firstName, lastName, coincidence, emailAgrees, isClaimed, isDisavowed })),
            ),
          ),
        ),
      ),
    ),
  ),
);

type Row = readonly [when: (one: Candidate, names: number) => boolean, answer: string];

// Said again in other words than the matcher's: the table of design.md §10 and security.md §3.6. The first row that holds answers.
const table: readonly Row[] = [
  [({ isDisavowed, emailAgrees, ssn }) => isDisavowed && !emailAgrees && ssn === 'equal', 'review'],
  [({ ssn, birthDate, isClaimed }, names) => ssn === 'equal' && birthDate === 'equal' && names > 0 && !isClaimed, 'link'],
  [({ ssn }) => ssn === 'equal', 'review'],
  [({ ssn, birthDate }) => ssn === 'near' && birthDate !== 'differs', 'review'],
  [({ ssn }, names) => ssn === 'near' && names === 2, 'review'],
  [({ birthDate, emailAgrees }, names) => names === 2 && (birthDate === 'equal' || emailAgrees), 'review'],
  [({ birthDate, emailAgrees }, names) => birthDate === 'equal' && names === 1 && emailAgrees, 'review'],
  [({ birthDate, coincidence }, names) => birthDate === 'equal' && names === 1 && coincidence < 0.001, 'review'],
  [({ birthDate, firstName, lastName }) => [birthDate, firstName, lastName].join() === 'near,equal,equal', 'review'],
  [() => true, 'new'],
];

function expected(one: Candidate): string {
  const names = [one.firstName, one.lastName].filter((name) => name !== 'differs').length;
  const answer = table.find(([when]) => when(one, names))?.[1] ?? '';
  return answer === 'link' ? `link ${one.emailAgrees ? 'full' : 'provisional'}` : answer;
}

test(`each of the ${everyCandidate.length} ways in which one record can agree has its answer`, () => {
  for (const one of everyCandidate) {
    const match = decideMatch([one]);
    const answer = match.outcome === 'link' ? `link ${match.strength}` : match.outcome;
    expect({ ...one, answer }).toEqual({ ...one, answer: expected(one) });
  }
});

test('the order of candidates never matters', () => {
  fc.assert(
    fc.property(candidates.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
      expect(decideMatch(shuffled)).toEqual(decideMatch(list));
    }),
  );
});

test('a second record that agrees as well is never linked', () => {
  fc.assert(
    fc.property(candidates, (list) => {
      const match = decideMatch(list);
      fc.pre(match.outcome === 'link');
      const twin = { ...list.find((one) => match.outcome === 'link' && one.personId === match.personId), personId: 'twin' } as Candidate;
      expect(decideMatch([...list, twin])).toMatchObject({ outcome: 'review', reasons: expect.arrayContaining(['several_records']) as unknown });
    }),
  );
});

test('a link is to a record with the SSN and birth date typed, and nothing else', () => {
  fc.assert(
    fc.property(candidates, (list) => {
      const match = decideMatch(list);
      fc.pre(match.outcome === 'link');
      const linked = list.find((one) => match.outcome === 'link' && one.personId === match.personId);
      expect(linked).toMatchObject({ ssn: 'equal', birthDate: 'equal', isClaimed: false });
    }),
  );
});

test('a new number is issued only where nobody is plausible: one more record never turns a case into one', () => {
  fc.assert(
    fc.property(candidates, anyCandidate, (list, more) => {
      if (decideMatch(list).outcome !== 'new') expect(decideMatch([...list, more]).outcome).not.toBe('new');
    }),
  );
});

const twin = { ssn: 'equal', birthDate: 'equal', firstName: 'differs', lastName: 'equal', coincidence: 0.1, emailAgrees: false, isClaimed: false, isDisavowed: false } as const;

test('a twin with a slip in the SSN is not linked to the other twin', () => {
  const self = { ...twin, personId: 'self', ssn: 'near', firstName: 'near' } as const;
  const match = decideMatch([{ ...twin, personId: 'sibling' }, self]);
  expect(match).toMatchObject({ outcome: 'review', reasons: ['another_fits_better', 'ssn_differs'] });
});

test('a sibling of the same day does not stand in the way of who has the SSN and the names', () => {
  const self = { ...twin, personId: 'self', firstName: 'equal' } as const;
  expect(decideMatch([self, { ...twin, personId: 'sibling', ssn: 'near' }])).toMatchObject({ outcome: 'link', personId: 'self' });
});

const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  everHeld: fc.constantFrom('yes' as const, 'no' as const, 'not_sure' as const),
  gaveNumber: fc.boolean(),
  personOfNumber: fc.option(fc.uuid(), { nil: undefined }),
});

test('a new EIN is issued only for a plain no without any number, where nobody was found', () => {
  fc.assert(
    fc.property(candidates, anyAnswer, (found, answer) => {
      const before = decideMatch(found);
      const after = weighAnswer(before, answer);
      const mayBeNew = before.outcome === 'new' && answer.everHeld === 'no' && !answer.gaveNumber;
      expect(after.outcome === 'new').toBe(mayBeNew);
    }),
  );
});

test('an answer never makes a link, and a number of somebody else ends one', () => {
  fc.assert(
    fc.property(candidates, anyAnswer, (found, answer) => {
      const before = decideMatch(found);
      const after = weighAnswer(before, answer);
      if (after.outcome === 'link') expect(after).toEqual(before);
      const isOfAnother = before.outcome === 'link' && answer.personOfNumber !== undefined && answer.personOfNumber !== before.personId;
      if (isOfAnother) expect(after).toMatchObject({ outcome: 'review', reasons: ['number_of_another'] });
      if (after.outcome === 'review' && answer.personOfNumber) expect(after.candidateIds).toContain(answer.personOfNumber);
    }),
  );
});

test('a name of before helps a record and never harms it', () => {
  const rank = { equal: 2, near: 1, differs: 0 };
  fc.assert(
    fc.property(candidates, candidates, (now, before) => {
      const joined = joinCandidates(now, before);
      expect(new Set(joined.map((one) => one.personId)).size).toBe(joined.length);
      for (const one of [...now, ...before]) {
        const same = joined.find(({ personId }) => personId === one.personId);
        expect(rank[same?.firstName ?? 'differs']).toBeGreaterThanOrEqual(rank[one.firstName]);
        expect(rank[same?.lastName ?? 'differs']).toBeGreaterThanOrEqual(rank[one.lastName]);
      }
    }),
  );
});
