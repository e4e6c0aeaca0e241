import { applicationKinds, type ApplicationKind, type KindRules, type Transition } from '@/lib/rulebook/model';
import { conditionsOf, isInForce, kindRules, settingOn } from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import type { Availability, CertificateFacts, ClosedBecause, NextStep, Situation } from './model';
import { validThrough, windowOpens } from './validity';

/** All that can be applied for from a certificate: now, from some day on, or not, and by which rule. */
export function nextStepsFor(certificate: CertificateFacts, situation: Situation): NextStep[] {
  const rows = situation.ruleSet.transitions.filter(
    ({ fromType, toType }) => fromType === certificate.typeKey || (fromType === null && toType === null),
  );
  return stepsBy(rows, (ways) => stepFrom(certificate, ways, situation));
}

/** All that somebody can apply for without holding anything: what "Apply Online" offers. */
export function firstSteps(situation: Situation): NextStep[] {
  const rows = situation.ruleSet.transitions.filter(({ fromType, toType }) => fromType === null && toType !== null);
  return stepsBy(rows, (ways) => stepFrom(null, ways, situation));
}

/** The one step of a kind; what a page showed is asked again when the application is started, submitted and issued. */
export function stepOfKind(steps: readonly NextStep[], kind: ApplicationKind): NextStep | undefined {
  return steps.find((step) => step.kind === kind);
}

/** Whether a certificate leads anywhere but to a copy of itself. */
export function leadsNowhere(steps: readonly NextStep[]): boolean {
  return steps.every(({ kind }) => kind === 'duplicate');
}

type Ways = readonly [Transition, ...Transition[]];

/** One step per kind, from the rows of all times that lead there, the oldest first. */
function stepsBy(rows: readonly Transition[], stepOf: (ways: Ways) => NextStep): NextStep[] {
  return applicationKinds.flatMap((kind) => {
    const [first, ...others] = rows.filter((row) => row.kind === kind).toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
    return first ? [stepOf([first, ...others])] : [];
  });
}

function stepFrom(certificate: CertificateFacts | null, ways: Ways, situation: Situation): NextStep {
  const { ruleSet, day } = situation;
  const availability = availabilityOf(certificate, ways, situation);
  const decidedOn = availability.state === 'opens' ? availability.on : day;
  const row = ways.find((way) => isInForce(way, decidedOn)) ?? must(ways.at(-1), 'a transition');
  return {
    kind: row.kind,
    certificateId: certificate?.id ?? null,
    toType: row.toType ?? must(certificate, 'a certificate to copy').typeKey,
    availability,
    conditions: conditionsOf(ruleSet, row.conditions),
    rule: row.key,
    source: row.source,
    assumed: row.assumed,
  };
}

function availabilityOf(certificate: CertificateFacts | null, ways: Ways, situation: Situation): Availability {
  const { ruleSet, day } = situation;
  const kind = kindRules(ruleSet, ways[0].kind);
  const way = ways.find((row) => isInForce(row, day));
  const later = ways.find((row) => row.fromDay > day);
  const bar = barOf(certificate, kind, situation) ?? (certificate && (certificateBar(certificate, ways, day) ?? lapseBar(certificate, ways, situation)));
  if (bar) return closed(bar);
  if (way) return windowOf(certificate, { way, ways, kind }, situation);
  if (later) return asOf(later.fromDay, certificate, ways, situation);
  const lastDay = must(ways.at(-1)?.toDay, 'the last day of a transition no longer in force');
  return closed({ reason: 'no_longer_offered', lastDay, instead: kind.instead });
}

/** What no passing of time will change: an application under way, or a kind that is not begun here. */
function barOf(certificate: CertificateFacts | null, kind: KindRules, situation: Situation): ClosedBecause | undefined {
  const open = situation.openApplications.find(
    (one) => one.kind === kind.key && one.certificateId === (certificate?.id ?? null),
  );
  if (open) return { reason: 'application_open', reference: open.reference };
  if (kind.startedBy === 'district') return { reason: 'district_starts', form: kind.formNumber };
  if (!kind.takenOnline) return { reason: 'on_paper', form: kind.formNumber };
  return undefined;
}

/** A copy may be asked for of anything not taken away; anything else only from a certificate nothing has followed. */
function certificateBar({ ended, followedBy }: CertificateFacts, ways: Ways, day: Day): ClosedBecause | undefined {
  if (ended && ended.on <= day) return { reason: 'certificate_ended', ended };
  const isCopy = ways[0].fromType === null;
  return followedBy && !isCopy ? { reason: 'already_followed', ...followedBy } : undefined;
}

/** An added endorsement ends with the certificate it is added to (docs/decisions/0016). */
function lapseBar(certificate: CertificateFacts, ways: Ways, situation: Situation): ClosedBecause | undefined {
  const through = validThrough(certificate, situation);
  const hasLapsed = through !== null && through < situation.day;
  return hasLapsed && ways[0].kind === 'add_endorsement' ? { reason: 'certificate_lapsed', through } : undefined;
}

type Offer = { readonly way: Transition; readonly ways: Ways; readonly kind: KindRules };

function windowOf(certificate: CertificateFacts | null, offer: Offer, situation: Situation): Availability {
  const { way, ways, kind } = offer;
  const { day, ruleSet } = situation;
  const through = certificate && validThrough(certificate, situation);
  if (way.windowSetting !== null && !through) return closed({ reason: 'never_ends' });
  const opening = through && openingOf(way, through, situation);
  if (opening && day < opening) return asOf(opening, certificate, ways, situation);
  const isLate = through !== null && through < day && way.afterEnd === 'person_decides';
  const inTimeThrough = kindRules(ruleSet, kind.key).renews && !isLate ? through : null;
  return { state: 'open', inTimeThrough, lapsedAfter: isLate ? through : null };
}

function openingOf({ windowSetting }: Transition, through: Day, { ruleSet, day }: Situation): Day | null {
  if (windowSetting === null) return null;
  return windowOpens(through, must(settingOn(ruleSet, windowSetting, day), `the setting ${windowSetting}`));
}

/** What will be so on a coming day: rules may end, begin or move the window before it comes. */
function asOf(day: Day, certificate: CertificateFacts | null, ways: Ways, situation: Situation): Availability {
  const then = availabilityOf(certificate, ways, { ...situation, day });
  return then.state === 'open' ? { state: 'opens', on: day, inTimeThrough: then.inTimeThrough } : then;
}

function closed(because: ClosedBecause): Availability {
  return { state: 'closed', because };
}
