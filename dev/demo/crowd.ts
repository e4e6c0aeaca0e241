import type { Day } from '@/lib/shared/days';
import type { Chance } from './chance';
import { firstNames, lastNames, middleNames, suffixes } from './names';
import { addressOf, birthDateOf, emailOf, type DemoPerson, type numbersFor } from './people';
import * as situation from './situations';

/** How many in a hundred or so are in each situation. */
const shares: readonly (readonly [many: number, holds: situation.Situation])[] = [
  ...([[20, situation.notYetOpen], [12, situation.renewableInAnyMonth], [5, situation.justLapsed], [5, situation.longLapsed]] as const),
  ...([[10, situation.tenYearProfessional], [3, situation.renewedAhead], [8, situation.threeTiers], [5, situation.twoFamilies]] as const),
  ...([[10, situation.tenYearInitial], [10, situation.extendedInitial], [3, situation.endingInitial]] as const),
  ...([[3, situation.endedInitial], [10, situation.provisional], [2, situation.lapsedProvisional]] as const),
  ...([[2, situation.shortageAreaPermit], [2, situation.ninetyDays], [2, situation.interimInitial]] as const),
  ...([[2, situation.coachingPermit], [2, situation.coachingPermitToo], [1, situation.permanent], [2, situation.noCertificate]] as const),
];
const everyone = shares.flatMap(([many, holds]) => Array.from({ length: many }, () => holds));

/** Everybody else on record: here and there somebody's namesake, twin or the second holder of an SSN. */
export function crowdOf(size: number, today: Day, chance: Chance, numbers: ReturnType<typeof numbersFor>): DemoPerson[] {
  const crowd: DemoPerson[] = [];
  while (crowd.length < size) {
    const certificates = chance.pick(everyone)(today, chance);
    const name = { firstName: chance.pick(firstNames), lastName: chance.pick(lastNames) };
    const made = { ein: numbers.nextEin(), ssn: numbers.nextSsn(), ...name, ...traits(name, chance), ...addressOf(chance) };
    const stranger: DemoPerson = { ...made, birthDate: birthDateOf(certificates, today, chance), certificates };
    crowd.push(crowd.length > 0 ? kinOf(stranger, chance.pick(crowd), chance) : stranger);
  }
  return crowd;
}

function kinOf(stranger: DemoPerson, other: DemoPerson, chance: Chance): DemoPerson {
  if (chance.oneIn(50)) return { ...stranger, firstName: other.firstName, lastName: other.lastName };
  const { birthDate, certificates, street, town } = other;
  if (chance.oneIn(60)) return { ...stranger, lastName: other.lastName, birthDate, certificates, street, town };
  if (chance.oneIn(400)) return { ...stranger, ssn: other.ssn };
  return stranger;
}

function traits({ firstName, lastName }: { firstName: string; lastName: string }, chance: Chance): Partial<DemoPerson> {
  return {
    ...(chance.oneIn(2) && { middleName: chance.pick(middleNames) }),
    ...(chance.oneIn(25) && { suffix: chance.pick(suffixes) }),
    ...(chance.oneIn(7) && { previousLastName: chance.pick(lastNames) }),
    ...(!chance.oneIn(3) && { emailOnFile: emailOf(`${firstName}${chance.below(1_000)}`, lastName) }),
  };
}
