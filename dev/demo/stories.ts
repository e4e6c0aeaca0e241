import * as situation from './situations';

/** Something to try: three people each, for a record can be claimed only once. */
export type Story = {
  readonly story: string;
  readonly people: readonly (readonly [firstName: string, lastName: string])[];
  readonly holds: situation.Situation;
  /** No record at all: Register finds nobody. */
  readonly isUnknown?: boolean;
  /** The address on file is the one to sign up with (so that the link is full at once), an old one, or none. */
  readonly email: 'on_file' | 'old_one' | 'none';
  /** The last name that the record still has, where the person goes by another. */
  readonly onRecordAs?: string;
  /** Somebody else on record: born the same day under the same name, or with the very same SSN. */
  readonly beside?: 'twin' | 'same_ssn';
};

export const stories: readonly Story[] = [
  {
    story: 'Renew a Professional certificate, free of charge. It takes about five minutes and no documents.',
    people: [['Rosa', 'Delgado'], ['Amina', 'Yeboah'], ['Peter', 'Lindgren']],
    holds: situation.renewableNow,
    email: 'on_file',
  },
  {
    story:
      'Advance from Initial to Professional and pay by card or by mail. The paper gave this Initial three years; the law of ' +
      '2025 made it ten, and the home page says so.',
    people: [['Tamika', 'Boateng'], ['Julián', 'Ospina'], ['Claire', 'Whitfield']],
    holds: situation.extendedInitial,
    email: 'on_file',
  },
  {
    story: 'Professional not yet open for renewal: see from when it can be renewed, and ask for a duplicate meanwhile.',
    people: [['Walter', 'Osei'], ['Ingrid', 'Halvorsen'], ['Mei', 'Tanaka-Ross']],
    holds: situation.notYetOpen,
    email: 'on_file',
  },
  {
    story: 'Professional that lapsed last month: it can still be asked for, and a person decides.',
    people: [['Maureen', "O'Brien-Walsh"], ['Desmond', 'Achebe'], ['Łucja', 'Wiśniewska']],
    holds: situation.justLapsed,
    email: 'on_file',
  },
  {
    story: 'Professional that lapsed years ago.',
    people: [['Gerald', 'Pruitt'], ['Yolanda', 'Figueroa'], ['Arthur', 'Vandermeer']],
    holds: situation.longLapsed,
    email: 'on_file',
  },
  {
    story: 'Provisional, no longer issued: valid to its end, not renewed, but a way to Professional.',
    people: [['Priya', 'Raman'], ['Terrence', 'Gilroy'], ['Sílvia', 'Monteiro']],
    holds: situation.provisional,
    email: 'on_file',
  },
  {
    story:
      'No email on file: the link stays provisional, which is enough to renew, and printing waits for a letter with a code: ask ' +
      'for one under “Confirm it is you”, and print and mail it as a reviewer.',
    people: [['Nora', 'Kessler'], ['Emeka', 'Nwosu'], ['Judith', 'Bramwell']],
    holds: situation.renewableNow,
    email: 'none',
  },
  {
    story: 'Two certificates and a past one: teaching can be renewed now, administration not yet.',
    people: [['Elena', 'Marchetti-Lund'], ['Marcus', 'Thibodeaux'], ['Hyun', 'Choi']],
    holds: situation.twoFamilies,
    email: 'on_file',
  },
  {
    story: 'Initial ending soon: renew it, or advance to Professional.',
    people: [['Daniel', 'Kowal'], ['Farah', 'Siddiqui'], ['Lauren', 'Beauchamp']],
    holds: situation.endingInitial,
    email: 'on_file',
  },
  {
    story: 'Initial that ended before the law changed: renew or advance, and a person decides.',
    people: [['Thomas', 'Quigley'], ['Beatriz', 'Amaral'], ['Simone', 'Lacroix']],
    holds: situation.endedInitial,
    email: 'on_file',
  },
  {
    story: 'Five-year coaching permit near its end: renewed on paper, and the page says with which form.',
    people: [['Kevin', 'Sobczak'], ['Danielle', 'Rourke'], ['Andre', 'Baptiste']],
    holds: situation.coachingPermit,
    email: 'on_file',
  },
  {
    story: 'Durational Shortage Area Permit: the district applies for the next one; a first certificate can be applied for here.',
    people: [['José', 'Núñez'], ['Hannah', 'Feldman'], ['Chidi', 'Onyekachi']],
    holds: situation.shortageAreaPermit,
    email: 'on_file',
  },
  {
    story: 'On record without any certificate: apply for the first one.',
    people: [['June', 'Castleberry'], ['Omar', 'Benali'], ['Thuy', 'Pham-Lewis']],
    holds: situation.noCertificate,
    email: 'on_file',
  },
  {
    story:
      'Married since, and a twin: the record has the old last name and an old address, and a sister has the same birthday. ' +
      'The link is provisional and the old address is written to.',
    people: [['Heather', 'Moore'], ['Ana', 'Figueiredo'], ['Zoë', 'Hartwell']],
    holds: situation.renewableNow,
    email: 'old_one',
    onRecordAs: 'Lindqvist',
    beside: 'twin',
  },
  {
    story: 'One SSN on two records: nothing is linked, a case number and a date are given, and staff find out whose it is.',
    people: [['Alma', 'Reyes-Torres'], ['Victor', 'Stankiewicz'], ['Denise', 'Holloway']],
    holds: situation.renewableNow,
    email: 'on_file',
    beside: 'same_ssn',
  },
  {
    story: 'Not on record at all: gets a new EIN at once and applies for a first certificate.',
    people: [['Grace', 'Abiodun'], ['Liam', 'Castellanos'], ['Nadia', 'Petrenko']],
    holds: situation.noCertificate,
    isUnknown: true,
    email: 'none',
  },
];
