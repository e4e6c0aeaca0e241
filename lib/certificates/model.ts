import type { ApplicationKind, Condition, RuleSet } from '@/lib/rulebook/model';
import type { Day } from '@/lib/shared/days';

/** A certificate as the rules see it. */
export type CertificateFacts = {
  readonly id: string;
  readonly number: string;
  readonly typeKey: string;
  readonly issuedOn: Day;
  readonly effectiveOn: Day;
  readonly expiresOn: Day | null;
  /** The end printed on the paper, where the law has moved the real one since. */
  readonly printedExpiresOn: Day | null;
  readonly endorsements: readonly string[];
  /** The newer certificate that takes its place: its renewal, or what it was advanced to. */
  readonly followedBy: { readonly number: string; readonly from: Day } | null;
  readonly ended: Ended | null;
};

export type Ended = { readonly because: 'revoked' | 'surrendered'; readonly on: Day };

/** Where a certificate stands on a day. `through` is its last day; none means that it has no end. */
export type Standing =
  | { readonly state: 'not_yet'; readonly from: Day; readonly through: Day | null }
  | { readonly state: 'current'; readonly through: Day | null }
  /** Current, and near enough to its end that a renewal may be applied for. */
  | { readonly state: 'expiring'; readonly through: Day }
  | { readonly state: 'lapsed'; readonly through: Day }
  | { readonly state: 'followed'; readonly by: string; readonly from: Day }
  | ({ readonly state: 'ended' } & Ended);

export type OpenApplication = {
  readonly reference: string;
  readonly kind: string;
  readonly certificateId: string | null;
};

/** Against what the question "what can I do next?" is asked. */
export type Situation = {
  readonly day: Day;
  readonly ruleSet: RuleSet;
  readonly openApplications: readonly OpenApplication[];
};

export type ClosedBecause =
  | { readonly reason: 'application_open'; readonly reference: string }
  | { readonly reason: 'no_longer_offered'; readonly lastDay: Day; readonly instead: ApplicationKind | null }
  | { readonly reason: 'already_followed'; readonly number: string; readonly from: Day }
  | { readonly reason: 'certificate_ended'; readonly ended: Ended }
  /** Nothing is added to what has run out. */
  | { readonly reason: 'certificate_lapsed'; readonly through: Day }
  | { readonly reason: 'on_paper'; readonly form: string | null }
  | { readonly reason: 'district_starts'; readonly form: string | null }
  | { readonly reason: 'never_ends' };

export type Availability =
  /** `inTimeThrough`: applied for by then, a renewal leaves no gap. `lapsedAfter`: it is late, and a person decides. */
  | { readonly state: 'open'; readonly inTimeThrough: Day | null; readonly lapsedAfter: Day | null }
  | { readonly state: 'opens'; readonly on: Day; readonly inTimeThrough: Day | null }
  | { readonly state: 'closed'; readonly because: ClosedBecause };

/** One thing a person may apply for, now, later or no more, with the rule that says so. */
export type NextStep = {
  readonly kind: ApplicationKind;
  readonly certificateId: string | null;
  /** The type that the new certificate would have. */
  readonly toType: string;
  readonly availability: Availability;
  readonly conditions: readonly Condition[];
  /** The key of the transition it was decided by, and that row's sources. */
  readonly rule: string;
  readonly source: string;
  readonly assumed: boolean;
};
