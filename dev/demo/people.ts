import type { Day } from '@/lib/shared/days';
import { makeDay } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';

export type DemoPerson = {
  readonly ein: string;
  readonly ssn: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: Day;
  readonly email: string;
};

const firstNames =
  'Ana José Mei Omar Priya Grace Noah Zoë Luis Fatima Ivy Hugo Ruth Amir Nina Paul Tess Kofi Lena Mark Aisha Seán Rosa Ben Chloë Dana Emil Faye Gus Hana'.split(' ');
const lastNames =
  "Rivera O'Brien Nguyễn García Smith-Jones Kowalski Okafor Brown Patel Lindqvist D'Angelo Kim Møller Haddad Santos Baker Novak Ferrara Wójcik Grant Silva Cohen Murphy Ellis Osei Laurent Tanaka Reyes Fischer Doyle Abbott Vance Quinn Sharma".split(
    ' ',
  );

/** The same person for the same number, every time: names, SSN and birth date come from the number alone. */
export function demoPerson(number: number): DemoPerson {
  const firstName = must(firstNames[number % firstNames.length], 'a first name');
  const lastName = must(lastNames[Math.floor(number / firstNames.length) % lastNames.length], 'a last name');
  const ssn = `${417 + (number % 80)}${String(11 + (number % 83)).padStart(2, '0')}${String(1000 + ((number * 37) % 8999)).padStart(4, '0')}`;
  const birthDate = must(makeDay(1958 + ((number * 7) % 42), 1 + ((number * 5) % 12), 1 + ((number * 11) % 28)), 'a day');
  const ein = String(3_000_000_000 + number * 7);
  return { ein, ssn, firstName, lastName, birthDate, email: `educator${number}@example.org` };
}
