import type { RuleSet, RuleSource } from '@/lib/rulebook/model';
import { certificateTypeOf, inForce, kindRules, settingOn, sourcesOf } from '@/lib/rulebook/rules';
import { addDays, formatDay, type Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { assertNever } from '@/lib/shared/result';
import type { Availability, CertificateFacts, ClosedBecause, NextStep, Standing } from './model';
import { extensionOf, windowOpens } from './validity';

export const bureauAddress = 'teacher.cert@ct.gov';

/** What a step means to the person, from when, what to do, and who says so. */
export type Explanation = {
  readonly headline: string;
  readonly details: readonly string[];
  readonly sources: readonly RuleSource[];
};

export function explain(step: NextStep, { day, ruleSet }: { readonly day: Day; readonly ruleSet: RuleSet }): Explanation {
  const { action } = kindRules(ruleSet, step.kind);
  const sources = sourcesOf(ruleSet, step.source);
  const { availability } = step;
  switch (availability.state) {
    case 'open': {
      const { lapsedAfter } = availability;
      const headline = lapsedAfter ? `You can still ask to ${action}.` : `You can ${action} now.`;
      const details = lapsedAfter ? lateDetails(lapsedAfter) : inTimeDetails(step, availability, ruleSet, day);
      return { headline, details, sources };
    }
    case 'opens': {
      const headline = `You can ${action} from ${formatDay(availability.on)}.`;
      return { headline, details: inTimeDetails(step, availability, ruleSet, availability.on), sources };
    }
    case 'closed':
      return { ...explainClosed(availability.because, step, ruleSet), sources };
    default:
      return assertNever(availability);
  }
}

/** domain.md §3.2, lapse. */
function lateDetails(lapsedAfter: Day): string[] {
  return [
    `The certificate ended on ${formatDay(lapsedAfter)}, so a person at the Bureau decides.`,
    'New tests or coursework may be asked for. A new certificate would start on the day it is issued.',
  ];
}

type Timed = Extract<Availability, { inTimeThrough: Day | null }>;

function inTimeDetails(step: NextStep, { inTimeThrough }: Timed, ruleSet: RuleSet, day: Day): string[] {
  if (inTimeThrough === null) return [];
  const paid = isFree(step, ruleSet, day) ? '' : ', with the fee due then paid,';
  const advised = settingOn(ruleSet, 'renewal_advised', day);
  const best = advised && windowOpens(inTimeThrough, advised);
  return [
    `Submit by the end of ${formatDay(inTimeThrough)}, Eastern Time${paid || ','} and the new certificate ` +
      `starts on ${formatDay(addDays(inTimeThrough, 1))}.`,
    ...(best && best > day ? [`It is best to apply by ${formatDay(best)}.`] : []),
  ];
}

function isFree({ kind }: NextStep, ruleSet: RuleSet, day: Day): boolean {
  const codes = inForce(ruleSet.kindFees, day).filter((row) => row.kind === kind).map((row) => row.feeCode);
  return inForce(ruleSet.fees, day).filter((fee) => codes.includes(fee.code)).every((fee) => fee.totalCents === 0);
}

function explainClosed(because: ClosedBecause, step: NextStep, ruleSet: RuleSet): Omit<Explanation, 'sources'> {
  const kind = kindRules(ruleSet, step.kind);
  switch (because.reason) {
    case 'application_open':
      return {
        headline: `You have already started this: application ${formatReference(because.reference)}.`,
        details: ['Go on with it, or see where it stands, under “Check Status/Pay Now”.'],
      };
    case 'no_longer_offered':
      return {
        headline: kind.whenEnded ?? 'This can no longer be applied for.',
        details: [
          `The last day to apply was ${formatDay(because.lastDay)}.`,
          ...(because.instead ? [`Instead you may be able to ${kindRules(ruleSet, because.instead).action}.`] : []),
        ],
      };
    case 'already_followed':
      return {
        headline: `Certificate ${formatReference(because.number)} takes the place of this one from ${formatDay(because.from)}.`,
        details: ['Choose that certificate instead.'],
      };
    case 'certificate_ended':
      return {
        headline: `This certificate was ${because.ended.because} on ${formatDay(because.ended.on)}.`,
        details: [`Ask the Bureau of Certification about it: ${bureauAddress}.`],
      };
    case 'certificate_lapsed':
      return {
        headline: `This certificate ended on ${formatDay(because.through)}, so no endorsement can be added to it.`,
        details: ['An added endorsement ends with its certificate. Apply for the certificate again first.'],
      };
    case 'on_paper':
      return {
        headline: `This is applied for on paper${withForm(because.form)}.`,
        details: [`Ask the Bureau of Certification for it: ${bureauAddress}.`],
      };
    case 'district_starts':
      return {
        headline: `A school district applies for this${withForm(because.form)}.`,
        details: ['Ask the district you work for.'],
      };
    case 'never_ends':
      return { headline: 'This certificate has no end date, so there is nothing to renew.', details: [] };
    default:
      return assertNever(because);
  }
}

function withForm(form: string | null): string {
  return form ? `, with form ${form}` : '';
}

/** Where a certificate stands, in sentences, and what stays possible around its end. */
export function explainStanding(
  standing: Standing,
  certificate: CertificateFacts,
  ruleSet: RuleSet,
): readonly string[] {
  switch (standing.state) {
    case 'not_yet':
      return [`Valid from ${formatDay(standing.from)}${standing.through ? ` through ${formatDay(standing.through)}` : ''}.`];
    case 'current':
      if (standing.through === null) return ['Valid. It has no end date.'];
      return [`Valid through ${formatDay(standing.through)}.`, ...movedEnd(standing.through, certificate, ruleSet)];
    case 'expiring':
      return [
        `Valid through ${formatDay(standing.through)}.`,
        ...movedEnd(standing.through, certificate, ruleSet),
        ...whenEnding(certificate, ruleSet),
      ];
    case 'lapsed':
      return [
        `Ended on ${formatDay(standing.through)}. You may not serve under it after that day.`,
        ...whenEnding(certificate, ruleSet),
      ];
    case 'followed':
      return [`Certificate ${standing.by} took its place on ${formatDay(standing.from)}.`];
    case 'ended':
      return [`It was ${standing.because} on ${formatDay(standing.on)}.`];
    default:
      return assertNever(standing);
  }
}

function movedEnd(through: Day, certificate: CertificateFacts, ruleSet: RuleSet): string[] {
  const printed = certificate.printedExpiresOn ?? certificate.expiresOn;
  const extension = extensionOf(certificate, ruleSet);
  if (!extension || printed === null || printed === through) return [];
  const { name } = certificateTypeOf(ruleSet, certificate.typeKey);
  return [
    `The paper says ${formatDay(printed)}. Since ${formatDay(extension.fromDay)} an ${name} runs ` +
      `${extension.yearsFromIssue} years from its issue.`,
  ];
}

function whenEnding({ typeKey }: CertificateFacts, ruleSet: RuleSet): string[] {
  const { whenEnding: sentence } = certificateTypeOf(ruleSet, typeKey);
  return sentence === null ? [] : [sentence];
}
