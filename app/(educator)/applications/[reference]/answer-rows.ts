import type { KeyValue } from '@/app/_ui/key-values';
import type { Answers } from '@/lib/applications/answers-model';
import { disclosureKeys, disclosureQuestions } from '@/lib/applications/questions-model';
import type { RuleSet } from '@/lib/rulebook/model';
import { findEndorsement } from '@/lib/rulebook/rules';

const degreeNames: Readonly<Record<string, string>> = {
  bachelor: 'Bachelor’s degree',
  master: 'Master’s degree',
  sixth_year: 'Sixth-year certificate',
  doctorate: 'Doctorate',
  other: 'Something else',
};
const teamNames: Readonly<Record<string, string>> = {
  complete: 'Completed',
  in_progress: 'Under way',
  not_required: 'Not required for the endorsement',
  not_started: 'Not started',
};

/** Every answer in words, with where to change it while it is a draft. */
export function answerRows(answers: Answers, ruleSet: RuleSet, editAt?: string): KeyValue[] {
  const text = (step: string, name: string) => String(answers[step]?.[name] ?? '');
  const row = (step: string, key: string, value: string): KeyValue[] =>
    answers[step] && value ? [{ key, value, changeHref: editAt && `${editAt}/${step}` }] : [];
  const endorsement = text('certificate', 'endorsement');
  const address = [text('personal', 'addressLine1'), text('personal', 'addressLine2'), `${text('personal', 'city')}, ${text('personal', 'state')} ${text('personal', 'postalCode')}`];
  return [
    ...row('personal', 'Address', address.filter(Boolean).join(', ')),
    ...row('personal', 'Phone', text('personal', 'phone')),
    ...row('certificate', 'Endorsement', endorsementWords(endorsement, ruleSet)),
    ...row('certificate', 'Prepared at', text('certificate', 'program')),
    ...row('certificate', 'Finished', text('certificate', 'finishedYear')),
    ...row('certificate', 'Certificate of another state', text('certificate', 'otherState') === 'yes' ? 'Yes' : 'No'),
    ...row('endorsement', 'Endorsement to add', endorsementWords(text('endorsement', 'endorsement'), ruleSet)),
    ...row('experience', 'School months served', text('experience', 'schoolMonths')),
    ...row('experience', 'Served at', text('experience', 'employer')),
    ...row('experience', 'Highest degree', degreeNames[text('experience', 'highestDegree')] ?? ''),
    ...row('experience', 'TEAM', teamNames[text('experience', 'team')] ?? ''),
    ...disclosureKeys.flatMap((key) => row('disclosures', disclosureQuestions[key], text('disclosures', key) === 'yes' ? 'Yes' : 'No')),
    ...row('disclosures', 'Your statement', text('disclosures', 'statement')),
    ...row('sign', 'Reason for the duplicate', text('sign', 'duplicateReason')),
    ...row('sign', 'Signed', text('sign', 'signature')),
  ];
}

function endorsementWords(code: string, ruleSet: RuleSet): string {
  return `${code} ${findEndorsement(ruleSet, code)?.title ?? ''}`.trim();
}
