/** What an application asks, in words: apart from the schemas, so that a page that shows a question does not load them. */

/** The pages of an application, in order. Which of them a kind has is in `stepsOf`. */
export const stepKeys = ['personal', 'certificate', 'endorsement', 'experience', 'disclosures', 'sign', 'review'] as const;
export type StepKey = (typeof stepKeys)[number];

export const stepTitles: Readonly<Record<StepKey, string>> = {
  personal: 'Your contact information',
  certificate: 'What you are applying for',
  endorsement: 'The endorsement to add',
  experience: 'Your experience and study',
  disclosures: 'Disclosure questions',
  sign: 'Affirm and sign',
  review: 'Review and submit',
};

const stepsByKind: Readonly<Record<string, readonly StepKey[]>> = {
  continue_professional: ['personal', 'disclosures', 'sign', 'review'],
  advance_to_professional: ['personal', 'experience', 'disclosures', 'sign', 'review'],
  renew_initial: ['personal', 'experience', 'disclosures', 'sign', 'review'],
  first_certificate_ct: ['personal', 'certificate', 'experience', 'disclosures', 'sign', 'review'],
  first_certificate_other: ['personal', 'certificate', 'experience', 'disclosures', 'sign', 'review'],
  add_endorsement: ['personal', 'endorsement', 'disclosures', 'sign', 'review'],
  remove_deficiency: ['personal', 'disclosures', 'sign', 'review'],
  temp90_to_initial: ['personal', 'experience', 'disclosures', 'sign', 'review'],
  convert_permanent: ['personal', 'disclosures', 'sign', 'review'],
  coaching_5yr: ['personal', 'disclosures', 'sign', 'review'],
  renew_coaching_5yr: ['personal', 'disclosures', 'sign', 'review'],
  duplicate: ['personal', 'sign', 'review'],
};

/** The steps of a kind; empty for kinds that are not taken online here. */
export function stepsOf(kind: string): readonly StepKey[] {
  return stepsByKind[kind] ?? [];
}

/** Our own neutral wording: the official text was not found (domain.md §6.3). */
export const disclosureQuestions = {
  convicted: 'Have you ever been convicted of a crime, or is a criminal charge against you pending, in any state or country?',
  discipline: 'Has a license, permit or certificate of yours ever been denied, suspended, revoked or surrendered, in any state or country?',
  investigation: 'Are you the subject of an investigation about your conduct in a school or with children?',
  dismissed: 'Have you ever been dismissed, or resigned instead of being dismissed, because of your conduct?',
} as const;
export type DisclosureKey = keyof typeof disclosureQuestions;
export const disclosureKeys = Object.keys(disclosureQuestions) as DisclosureKey[];

export const affirmationVersion = 1;
export const affirmation =
  'I affirm that everything in this application is true and complete to the best of my knowledge, and I understand that a false statement can lead to denial or revocation of a certificate. I understand that my typed name has the force of my signature.';
