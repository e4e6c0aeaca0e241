export type Values = Readonly<Record<string, string>>;

/** The fields that are sent together. */
export type BadForm = {
  /** What is right in each. Whoever came this way may know better, such as the temporary password of their email. */
  readonly right: Values;
  readonly wrong: Readonly<Record<string, readonly Bad[]>>;
  /** A search of one box: its message stands right there, without a summary, and the focus may go where one is likelier to go on. */
  readonly isSearch?: boolean;
};

/** Something that may not be typed into a field, or chosen. */
export type Bad = {
  /** Empty: nothing typed or chosen. Some only whoever came this way can know, such as their own address. */
  readonly value: string | ((known: Values) => string);
  /** What stands by the field then. */
  readonly says: RegExp;
  /** What makes it bad: other answers on the same form. */
  readonly beside?: Values;
  /** What the message is about where it is not the box alone: a date. */
  readonly about?: string;
  /** Another field that is wrong then, too. */
  readonly alsoWrong?: string;
  /** What no check in the browser can tell. */
  readonly onlyServerKnows?: true;
  /** Not among what there is to choose from: somebody tampered with the page. */
  readonly isNotOffered?: true;
  /** Does not come back, for it may be somebody's secret. */
  readonly isForgotten?: true;
};

export const tooLong = 'x'.repeat(1000);
/** Could be somebody's; spelled as on the card. */
export const someSsn = '517-43-2096';

const server = { onlyServerKnows: true } as const;
export const bad = (value: Bad['value'], says: RegExp, more: Omit<Bad, 'value' | 'says'> = {}): Bad => ({ value, says, ...more });
export const badForServer = (value: Bad['value'], says: RegExp): Bad => bad(value, says, server);
export const each = (values: readonly string[], says: RegExp, more = {}): Bad[] => values.map((value) => bad(value, says, more));

const atMost = (most: number): Bad => bad('x'.repeat(most + 1000), new RegExp(`^Use at most ${most.toLocaleString('en-US')} characters for `));
export const invisible = /^Remove the invisible characters/;
export const withSsn = bad(`My number is ${someSsn}.`, /^Take out the Social Security number/);

/** May be left empty. A letter that turns the direction of reading is in it where it is not empty, and may not be. */
export const optionalLine = (most = 100): Bad[] => [atMost(most), bad('Main \u202eStreet', invisible), withSsn];
export const line = (missing: RegExp, most = 100): Bad[] => [bad('', missing), ...optionalLine(most)];
/** Also with a space of no width, and with a bell. */
export const personName = (missing: RegExp): Bad[] => [...line(missing), ...each(['A\u200bda', 'A\u0007da'], invisible)];
export const paragraph = (missing: RegExp, most: number): Bad[] => [
  bad('', missing),
  atMost(most),
  bad('First.\nThen \u2066this.', invisible),
  bad(`First.\nMy number is ${someSsn.replaceAll('-', '')}.`, withSsn.says),
  bad(someSsn.replaceAll('-', ''), withSsn.says),
];

export const choice = (says: RegExp, other = 'something else'): Bad[] => [bad('', says), bad(other, says, { isNotOffered: true })];

const likeName = /^Enter an email address like name@example\.com/;
export const emailAddress: Bad[] = [
  bad('', /^Enter your email address/),
  ...each(['ada.example.org', 'ada@', 'ada@example', 'ada@example.org, eve@example.org', 'a\u200bda@example.org', '"ada"@example.org'], likeName),
  bad(`${tooLong}@example.org`, /too long/),
];
export const addressTwice = {
  email: emailAddress.map((one): Bad => (one.value === '' ? { ...one, alsoWrong: 'verifyEmail' } : { ...one, beside: { verifyEmail: String(one.value) } })),
  verifyEmail: [bad('', /^Type your email address again/), ...each(['eve@example.org', tooLong], /differ/)],
};

/** Also a code that nobody was sent. */
export const mailedCode = (says: RegExp): Bad[] => [
  bad('', /^Paste the code/),
  bad(tooLong, /longer than a code/),
  badForServer('ABCDE-FGHJK', says),
];

export const phoneNumber = each(['call me', '555 0123', '+1', tooLong], /^Enter a phone number with area code/);

const impossible = ['000-43-2096', '666-43-2096', '917-43-2096', '517-00-2096', '517-43-0000', '078-05-1120'];
export const socialSecurityNumber: Bad[] = [
  bad('', /^Enter your Social Security number/),
  ...each(impossible, /cannot be a Social Security number/),
  ...each(['fiveoneseven', '517-43-209', '5174320961', tooLong], /nine digits/),
];

const date = { about: 'birthDate' };
const asDate = /^Enter your date of birth as month, day and four-digit year/;
const monthOf = (birthDateMonth: string) => ({ ...date, beside: { birthDateMonth } });
export const birthDate = {
  birthDateMonth: each(['', '13', '0', 'April', tooLong], asDate, date),
  birthDateDay: [...each(['', '0', '32', 'x'], asDate, date), bad('30', asDate, monthOf('2')), bad('31', asDate, monthOf('4'))],
  birthDateYear: each(['', '85', 'abcd', tooLong], asDate, date),
};
const yearsAgo = (years: number): string => String(new Date().getFullYear() - years);
/** Not come yet, below sixteen, above a hundred and ten. */
export const unlikelyYears = (says: RegExp): Bad[] => each([-1, 10, 115].map(yearsAgo), says, { ...date, ...server });

export const newPassword = (least: number): Bad[] => [
  twice('', new RegExp(`^Use at least ${least} characters`)),
  twice('short words', new RegExp(`^Use at least ${least} characters`)),
  twice(tooLong, /^Use at most 128 characters/),
];
export const guessablePassword: Bad[] = [
  { ...twice('passwordpassword', /^Many people use this password/), ...server },
  { ...twice('abababababababab', /^This password repeats/), ...server },
];
export const samePasswordAgain: Bad[] = each(['', 'copper window eighteen geese', tooLong], /differ/);

function twice(confirmPassword: string, says: RegExp): Bad {
  return bad(confirmPassword, says, { beside: { confirmPassword } });
}
