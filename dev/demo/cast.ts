import type { Day } from '@/lib/shared/days';
import type { Chance } from './chance';
import { addressOf, birthDateOf, emailOf, numbersFor, type DemoPerson } from './people';
import { stories, type Story } from './stories';

/** One line of /demo. */
export type DemoEducator = {
  readonly story: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly ssn: string;
  readonly dateOfBirth: Day;
  readonly email: string;
  readonly ein: string | null;
};

type Numbers = ReturnType<typeof numbersFor>;
type Made = { readonly educator: DemoEducator; readonly onRecord: readonly DemoPerson[] };

/** The people of the stories: the first of each, then the second of each, then the third. */
export function storyPeople(today: Day, chance: Chance, numbers: Numbers): Made[] {
  return [0, 1, 2].flatMap((turn) =>
    stories.flatMap((story) => {
      const name = story.people[turn];
      return name ? [madePerson(story, name, { today, chance, numbers })] : [];
    }),
  );
}

type By = { readonly today: Day; readonly chance: Chance; readonly numbers: Numbers };

function madePerson(story: Story, [firstName, lastName]: Story['people'][number], { today, chance, numbers }: By): Made {
  const certificates = story.holds(today, chance);
  const birthDate = birthDateOf(certificates, today, chance);
  const ssn = numbers.nextSsn();
  const ein = numbers.nextEin();
  const email = emailOf(firstName, lastName);
  const known = { story: story.story, firstName, lastName, ssn, dateOfBirth: birthDate, email };
  if (story.isUnknown) return { educator: { ...known, ein: null }, onRecord: [] };
  const onRecordAs = story.onRecordAs ?? lastName;
  const onFile = { on_file: { emailOnFile: email }, old_one: { emailOnFile: emailOf(firstName, onRecordAs) }, none: {} }[story.email];
  const record = { ein, ssn, firstName, lastName: onRecordAs, birthDate, ...onFile, ...addressOf(chance), certificates };
  return { educator: { ...known, ein }, onRecord: [record, ...somebodyBeside(story, record, numbers)] };
}

function somebodyBeside({ beside }: Story, { emailOnFile: _, ...record }: DemoPerson, numbers: Numbers): DemoPerson[] {
  const ein = numbers.nextEin();
  if (beside === 'twin') return [{ ...record, ein, ssn: numbers.nextSsn(), firstName: 'Emma' }];
  if (beside === 'same_ssn') return [{ ...record, ein, firstName: 'Laura', lastName: 'Pennington', certificates: [] }];
  return [];
}
