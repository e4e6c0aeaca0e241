import type { Agreement, NameAgreement } from './agreement';

/** How common the names of a record are among all records. */
export type Commonness = {
  readonly people: number;
  /** How many of them have this first name. */
  readonly sameFirstName: number;
  readonly sameLastName: number;
};

/** Birth dates of people who hold or held a certificate are spread over about this many days. */
const daysOfBirth = 20_000;
/** So many other names are near a name, weighed by how common they are. A guess on the safe side. */
const nearNames = 10;

/**
 * How many records may be expected to share somebody's birth date and one such name by chance alone: few for a rare name or a
 * small register, many for Smith. Unknown is taken for many.
 */
export function coincidence({ firstName, lastName }: NameAgreement, common: Commonness | undefined): number {
  if (!common || (firstName === 'differs' && lastName === 'differs')) return Infinity;
  const { people, sameFirstName, sameLastName } = common;
  return Math.min(expected(firstName, sameFirstName, people), expected(lastName, sameLastName, people));
}

function expected(agreement: Agreement, same: number, people: number): number {
  if (agreement === 'differs') return Infinity;
  const share = (same + 1) / (people + 1);
  return (people / daysOfBirth) * share * (agreement === 'near' ? nearNames : 1);
}
