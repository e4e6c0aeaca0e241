import { nameKey } from '@/lib/identity/names';

export type RecordNames = {
  readonly firstName: string;
  readonly middleName: string | null;
  readonly lastName: string;
  readonly suffix: string | null;
};
export type RecordContact = Readonly<
  Record<'email' | 'phone' | 'addressLine1' | 'addressLine2' | 'city' | 'state' | 'postalCode', string | null>
>;
/** What of a record is no secret. */
export type PlainRecord = {
  readonly names: RecordNames;
  readonly contact: RecordContact;
  readonly previousLastNames: readonly string[];
};

/** What is chosen when two records become one, and the words for it. */
export const mergeFields = {
  firstName: 'First name',
  middleName: 'Middle name',
  lastName: 'Last name',
  suffix: 'Suffix',
  birthDate: 'Birth date',
  ssn: 'Social Security number',
  email: 'Email address',
  phone: 'Phone',
  address: 'Mailing address',
} as const;
export type MergeField = keyof typeof mergeFields;

/** From which of the two: the record that stays, or the one that goes. */
export type Side = 'stays' | 'goes';
export type MergeChoices = Readonly<Record<MergeField, Side>>;

const addressParts = ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const;

/** What the record that stays holds afterwards. Each last name that either of them had goes on finding it. */
export function mergedRecord(stays: PlainRecord, goes: PlainRecord, choices: MergeChoices): PlainRecord {
  const from = (field: MergeField) => (choices[field] === 'stays' ? stays : goes);
  const names = {
    firstName: from('firstName').names.firstName,
    middleName: from('middleName').names.middleName,
    lastName: from('lastName').names.lastName,
    suffix: from('suffix').names.suffix,
  };
  const { addressLine1, addressLine2, city, state, postalCode } = from('address').contact;
  const address = { addressLine1, addressLine2, city, state, postalCode };
  const contact = { email: from('email').contact.email, phone: from('phone').contact.phone, ...address };
  const others = [...stays.previousLastNames, ...goes.previousLastNames, stays.names.lastName, goes.names.lastName];
  return { names, contact, previousLastNames: namesBeside(names.lastName, others) };
}

/** Each once, in whatever spelling, and none that says the name it has. */
export function namesBeside(lastName: string, others: readonly string[]): string[] {
  const seen = new Set([nameKey(lastName)]);
  return others.filter((name) => {
    const key = nameKey(name);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** How a field of the two compares, where their values may not be shown. */
export type Compared = 'agree' | 'differ' | 'only_stays' | 'only_goes' | 'neither';

export function compared(stays: string | null | undefined, goes: string | null | undefined): Compared {
  if (!stays && !goes) return 'neither';
  if (!goes) return 'only_stays';
  if (!stays) return 'only_goes';
  return stays === goes ? 'agree' : 'differ';
}

/** A field as text; a secret one has none. */
export function fieldText({ names, contact }: PlainRecord, field: MergeField): string | null {
  switch (field) {
    case 'firstName':
    case 'middleName':
    case 'lastName':
    case 'suffix':
      return names[field];
    case 'email':
    case 'phone':
      return contact[field];
    case 'address':
      return addressParts.map((part) => contact[part]).filter(Boolean).join(', ') || null;
    default:
      return null;
  }
}

/** What is chosen before anybody chooses: the record that stays, but where it has nothing and the other has. */
export function suggestedChoices(compare: Readonly<Record<MergeField, Compared>>): MergeChoices {
  const fields = Object.keys(mergeFields) as MergeField[];
  return Object.fromEntries(fields.map((field) => [field, compare[field] === 'only_goes' ? 'goes' : 'stays'])) as MergeChoices;
}

export type MergeFacts = {
  readonly isSame: boolean;
  readonly isMergedAlready: boolean;
  readonly areBothClaimed: boolean;
  readonly ssn: Compared;
};

export type MergeRefusal = 'same_record' | 'merged_already' | 'both_claimed' | 'ssn_would_be_lost';

/** Why two records cannot become one as they are, or as was chosen. */
export function mergeRefusal(facts: MergeFacts, choices?: Pick<MergeChoices, 'ssn'>): MergeRefusal | undefined {
  if (facts.isSame) return 'same_record';
  if (facts.isMergedAlready) return 'merged_already';
  // Which of two accounts has the record is a decision of its own: relink or undo one of them first.
  if (facts.areBothClaimed) return 'both_claimed';
  const isLost = (facts.ssn === 'only_stays' && choices?.ssn === 'goes') || (facts.ssn === 'only_goes' && choices?.ssn === 'stays');
  return isLost ? 'ssn_would_be_lost' : undefined;
}

/** A record as text, to see whether somebody changed it since: they would lose that. The order of earlier names says nothing. */
export function recordText({ names, contact, previousLastNames }: PlainRecord): string {
  const sorted = (one: object) => Object.entries(one).toSorted(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([sorted(names), sorted(contact), previousLastNames.toSorted()]);
}
