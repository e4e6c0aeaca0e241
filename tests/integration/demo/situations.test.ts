import { asc } from 'drizzle-orm';
import { person } from '@/db/schema/identity';
import { read } from '@/db/transact';
import { demoPeople } from '@/dev/demo/everyone';
import { importDemo } from '@/dev/demo/import-demo';
import type { CertificateFacts } from '@/lib/certificates/model';
import { nextStepsFor } from '@/lib/certificates/rules';
import { certificatesOfPerson } from '@/lib/certificates/steps';
import { inSuccession, standingOn } from '@/lib/certificates/validity';
import { addMonths, day, dayInConnecticut, type Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { useDatabase } from '@/tests/support/database';
import { now, workerCtx } from '@/tests/support/people';
import { on, ruleSet } from '@/tests/support/rule-set';

const { db } = useDatabase();
const today = dayInConnecticut(now);
const { educators, onRecord } = demoPeople(today);

beforeAll(() => importDemo(workerCtx(), 'people made up to try', onRecord));

let everyone: Promise<Map<string, readonly CertificateFacts[]>> | undefined;

/** What each person holds, by EIN, as pages see it. */
async function allHeld(): Promise<Map<string, readonly CertificateFacts[]>> {
  const people = await db().select({ id: person.id, ein: person.ein }).from(person).orderBy(asc(person.ein));
  return read(workerCtx().actor, async (tx) => {
    const held = new Map<string, readonly CertificateFacts[]>();
    for (const { id, ein } of people) held.set(ein, inSuccession(await certificatesOfPerson(tx, id)));
    return held;
  });
}

async function heldIn(story: string): Promise<readonly (readonly CertificateFacts[])[]> {
  everyone ??= allHeld();
  const held = await everyone;
  const found = educators.filter((one) => one.story.startsWith(story));
  expect(found).toHaveLength(3);
  return found.map(({ ein }) => must(held.get(ein ?? ''), 'somebody on record'));
}

/** "PROFESSIONAL expiring: continue_professional open", one a certificate and kind; what is closed for good is left out. */
function situationOf(held: readonly CertificateFacts[], asked: Day): string[] {
  return held.map((certificate) => {
    const { state } = standingOn(certificate, { day: asked, ruleSet });
    const steps = nextStepsFor(certificate, on(asked)).flatMap(({ kind, availability }) => {
      if (kind === 'duplicate' || availability.state === 'closed') return [];
      const isLate = availability.state === 'open' && availability.lapsedAfter !== null;
      return [`${kind} ${isLate ? 'late' : availability.state}`];
    });
    return [`${certificate.typeKey} ${state}`, ...steps].join(', ');
  });
}

describe('situations of the stories', () => {
  it.each<[string, string[]]>([
    ['Renew a Professional', ['PROFESSIONAL expiring, continue_professional open, add_endorsement open']],
    ['Advance from Initial', ['INITIAL current, advance_to_professional open, renew_initial opens, add_endorsement open']],
    ['Professional not yet open', ['PROFESSIONAL current, continue_professional opens, add_endorsement open']],
    ['Professional that lapsed last month', ['PROFESSIONAL lapsed, continue_professional late']],
    ['Professional that lapsed years ago', ['PROFESSIONAL lapsed, continue_professional late']],
    ['Provisional, no longer issued', ['PROVISIONAL current, advance_to_professional open, add_endorsement open']],
    ['No email on file', ['PROFESSIONAL expiring, continue_professional open, add_endorsement open']],
    [
      'Two certificates and a past one',
      [
        ...['PROFESSIONAL current, continue_professional opens, add_endorsement open', 'PROFESSIONAL expiring, continue_professional open, add_endorsement open'],
        'PROFESSIONAL followed',
      ],
    ],
    ['Initial ending soon', ['INITIAL expiring, advance_to_professional open, renew_initial open, add_endorsement open']],
    ['Initial that ended before', ['INITIAL lapsed, advance_to_professional late, renew_initial late']],
    ['Five-year coaching permit', ['COACH_5YR expiring, renew_coaching_5yr open']],
    ['Durational Shortage Area Permit', ['DSAP current, first_certificate_ct open']],
    ['On record without', []],
    ['Married since', ['PROFESSIONAL expiring, continue_professional open, add_endorsement open']],
    ['One SSN on two records', ['PROFESSIONAL expiring, continue_professional open, add_endorsement open']],
  ])('are what they say, and still are five months later: %s', async (story, situation) => {
    for (const held of await heldIn(story)) {
      expect(situationOf(held, today).toSorted()).toEqual(situation.toSorted());
      expect(situationOf(held, addMonths(today, 5)).toSorted()).toEqual(situation.toSorted());
    }
  });

  it('move an Initial’s printed end by the law of 2025', async () => {
    for (const [held] of await heldIn('Advance from Initial')) {
      const one = must(held, 'an Initial');
      const standing = standingOn(one, { day: today, ruleSet });
      expect(standing).toMatchObject({ state: 'current' });
      expect('through' in standing && one.printedExpiresOn && standing.through && standing.through > one.printedExpiresOn).toBe(true);
    }
  });
});

test('among all the others nearly everybody can do something, and every state occurs', async () => {
  everyone ??= allHeld();
  const held = [...(await everyone).values()].flat();
  const states = held.map((one) => standingOn(one, { day: today, ruleSet }).state);
  expect([...new Set(states)].toSorted()).toEqual(['current', 'expiring', 'followed', 'lapsed', 'not_yet']);
  const kinds = held.flatMap((one) => nextStepsFor(one, on(today)).filter(({ availability }) => availability.state === 'open'));
  expect([...new Set(kinds.map(({ kind }) => kind))].toSorted()).toEqual([
    ...['add_endorsement', 'advance_to_professional', 'continue_professional', 'convert_permanent', 'duplicate', 'first_certificate_ct'],
    ...['remove_deficiency', 'renew_coaching_5yr', 'renew_initial'],
  ]);
});

test('the same day makes up the same people', () => {
  expect(demoPeople(today)).toEqual({ educators, onRecord });
  expect(new Set(onRecord.map(({ ein }) => ein)).size).toBe(1_000);
});

test.each(['2027-02-28', '2028-02-29', '2029-07-01', '2031-12-31'])('people made up on %s have every story to tell', (asked) => {
  const made = demoPeople(day(asked));
  expect(made.onRecord).toHaveLength(1_000);
  expect(made.onRecord.flatMap(({ certificates }) => certificates).every(({ issuedOn }) => issuedOn <= asked)).toBe(true);
});
