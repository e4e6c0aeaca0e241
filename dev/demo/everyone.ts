import type { Day } from '@/lib/shared/days';
import { storyPeople, type DemoEducator } from './cast';
import { chanceFrom } from './chance';
import { crowdOf } from './crowd';
import { numbersFor, type DemoPerson } from './people';

const howMany = 1_000;
const seed = 19_370_701;

/** Everybody on record and whom to try, the same for the same day. */
export function demoPeople(today: Day): { readonly educators: readonly DemoEducator[]; readonly onRecord: readonly DemoPerson[] } {
  const chance = chanceFrom(seed);
  const numbers = numbersFor(chance);
  const cast = storyPeople(today, chance, numbers);
  const onRecord = cast.flatMap((one) => one.onRecord);
  const crowd = crowdOf(howMany - onRecord.length, today, chance, numbers);
  return { educators: cast.map(({ educator }) => educator), onRecord: [...onRecord, ...crowd] };
}
