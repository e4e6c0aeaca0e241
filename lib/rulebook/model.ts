import type { Day } from '@/lib/shared/days';
import type { Cents } from '@/lib/shared/money';

/** Keys of sources joined by semicolons, and whether the row's content or dates go beyond what they say. */
type Sourced = { readonly source: string; readonly assumed: boolean; readonly note: string | null };

/** In force from a day through another; `fromUnknown`: it held by then, and since when no source says. */
export type Dated = Sourced & { readonly fromDay: Day; readonly toDay: Day | null; readonly fromUnknown: boolean };

export type RuleSource = {
  readonly key: string;
  readonly title: string;
  readonly address: string | null;
  readonly note: string | null;
};

export const applicationKinds = [
  'continue_professional',
  'advance_to_professional',
  'advance_to_provisional',
  'renew_initial',
  'renew_provisional',
  'first_certificate_ct',
  'first_certificate_other',
  'duplicate',
  'add_endorsement',
  'remove_deficiency',
  'temp90_to_initial',
  'convert_permanent',
  'coaching_5yr',
  'renew_coaching_5yr',
  'dsap',
  'substitute',
  'long_term_substitute',
  'coaching_temporary',
  'resident',
  'temp90',
] as const;
export type ApplicationKind = (typeof applicationKinds)[number];

export function isApplicationKind(text: string): text is ApplicationKind {
  return applicationKinds.some((kind) => kind === text);
}

export type CertificateLevel =
  | 'interim'
  | 'initial'
  | 'provisional'
  | 'professional'
  | 'temporary'
  | 'permit'
  | 'authorization'
  | 'adult'
  | 'historic';

export type CertificateType = Dated & {
  readonly key: string;
  readonly name: string;
  readonly level: CertificateLevel;
  readonly whenEnding: string | null;
};

export type Validity = Dated & {
  readonly typeKey: string;
  readonly length: number;
  readonly unit: 'years' | 'months' | 'school_days' | 'school_years';
};

/** Certificates of the type unexpired on `fromDay` run so many years from their issue. */
export type ValidityExtension = Dated & { readonly typeKey: string; readonly yearsFromIssue: number };

/** Each is issued on a certificate of its own; bilingual codes sit beside teaching (domain.md §1, §4). */
export type CertificateFamily = 'teaching' | 'special_services' | 'vocational' | 'administrative' | 'adult_education';

export type Endorsement = Sourced & {
  readonly code: string;
  readonly title: string | null;
  readonly family: CertificateFamily | 'bilingual' | 'emergency';
  readonly status: 'current' | 'historic';
};

/** How the endorsements of these codes, or of this family, are added to a certificate; `refusal`: never, in a sentence. */
export type EndorsementAddition = Dated & {
  readonly key: string;
  readonly codes: readonly string[];
  readonly family: string | null;
  readonly conditions: readonly string[];
  readonly refusal: string | null;
};

export type EndorsementGrades = Dated & {
  readonly code: string;
  readonly grades: string;
  readonly setting: string | null;
};

/** What a kind of application is. `action` completes "You can …". */
export type KindRules = Dated & {
  readonly key: ApplicationKind;
  readonly title: string;
  readonly action: string;
  readonly formNumber: string | null;
  readonly startedBy: 'educator' | 'educator_with_others' | 'district';
  readonly takenOnline: boolean;
  readonly renews: boolean;
  readonly whenEnded: string | null;
  readonly instead: ApplicationKind | null;
};

export type Condition = Sourced & { readonly key: string; readonly sentence: string; readonly evidence: string | null };

export type PaperOwner = 'educator' | 'college' | 'district' | 'bureau';

/** A paper, statement or check that an application may need. */
export type Paper = Dated & {
  readonly key: string;
  readonly title: string;
  readonly owedBy: PaperOwner;
  readonly howToSend: string;
  readonly formNumber: string | null;
};

export type AskedWhen = 'always' | 'served' | 'experience_enough' | 'experience_short' | 'certified_elsewhere' | 'disclosed';

/** Asked for by a condition of the transition or by the kind; with neither, by every kind of which `askedWhen` is true. */
export type RequiredPaper = Dated & {
  readonly key: string;
  readonly condition: string | null;
  readonly kind: ApplicationKind | null;
  readonly paper: string;
  readonly askedWhen: AskedWhen;
};

export type Transition = Dated & {
  readonly key: string;
  readonly kind: ApplicationKind;
  readonly fromType: string | null;
  readonly toType: string | null;
  readonly windowSetting: string | null;
  readonly afterEnd: 'as_before' | 'person_decides';
  readonly conditions: readonly string[];
};

export type Refundable = 'no' | 'if_not_granted' | 'not_stated';

/** No `totalCents`: no source states an amount. */
export type Fee = Dated & {
  readonly code: string;
  readonly description: string;
  readonly totalCents: Cents | null;
  readonly reviewCents: Cents | null;
  readonly refundable: Refundable;
};

export type DueWhen = 'at_submission' | 'before_issue';

export type KindFee = Dated & {
  readonly key: string;
  readonly kind: ApplicationKind;
  readonly feeCode: string;
  readonly per: 'application' | 'further_endorsement';
  readonly family: CertificateFamily | null;
  readonly reviewDue: DueWhen;
  readonly balanceDue: DueWhen;
};

export type RuleSetting = Dated & {
  readonly key: string;
  readonly value: number;
  readonly unit: 'months' | 'weeks' | 'days' | 'business_days' | 'percent';
};

/** All the law this system knows, of all times; a rule asks it about a day. */
export type RuleSet = {
  readonly version: string;
  readonly sources: readonly RuleSource[];
  readonly certificateTypes: readonly CertificateType[];
  readonly validities: readonly Validity[];
  readonly extensions: readonly ValidityExtension[];
  readonly endorsements: readonly Endorsement[];
  readonly grades: readonly EndorsementGrades[];
  readonly kinds: readonly KindRules[];
  readonly conditions: readonly Condition[];
  readonly papers: readonly Paper[];
  readonly requiredPapers: readonly RequiredPaper[];
  readonly additions: readonly EndorsementAddition[];
  readonly transitions: readonly Transition[];
  readonly fees: readonly Fee[];
  readonly kindFees: readonly KindFee[];
  readonly settings: readonly RuleSetting[];
};

/** A rule set as files and tables hold it: days, money and kinds still plain. */
export type RuleRows = { readonly [K in Exclude<keyof RuleSet, 'version'>]: readonly Plain<RuleSet[K][number]>[] };

type Plain<T> = { readonly [K in keyof T]: PlainValue<T[K]> };
type PlainValue<V> = V extends Day | ApplicationKind ? string : V extends Cents ? number : V;
