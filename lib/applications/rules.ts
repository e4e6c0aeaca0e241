import { experienceInput, stepInputs, type Answers } from './answers-model';
import { disclosureKeys, stepsOf, type StepKey } from './questions-model';
import type { PaperFacts } from './requirement-rules';

/** The first step that is not answered as it must be, or "review" when nothing is missing. */
export function firstUnansweredStep(kind: string, answers: Answers): StepKey {
  return stepsOf(kind).find((step) => step !== 'review' && !isAnswered(step, answers)) ?? 'review';
}

export function isAnswered(step: StepKey, answers: Answers): boolean {
  if (step === 'review') return false;
  return stepInputs[step].safeParse(answers[step] ?? {}).success;
}

/** The endorsements applied for: the one chosen for a first certificate or to be added, else those on the certificate it is about. */
export function endorsementsApplied(fromCertificate: readonly string[], answers: Answers): readonly string[] {
  const chosen = answers.certificate?.endorsement ?? answers.endorsement?.endorsement;
  return typeof chosen === 'string' ? [chosen] : fromCertificate;
}

/** Any "yes" means that a person looks and a statement is due (domain.md §6.3). */
export function hasDisclosure(answers: Answers): boolean {
  return disclosureKeys.some((key) => answers.disclosures?.[key] === 'yes');
}

/** The step after this one. */
export function stepAfter(kind: string, step: StepKey): StepKey {
  const steps = stepsOf(kind);
  return steps[steps.indexOf(step) + 1] ?? 'review';
}

/** A typed signature is the signer's name: letters only are compared, so that capitals and hyphens do not matter. */
export function signsAs(signature: string, name: { readonly firstName: string; readonly lastName: string }): boolean {
  const letters = (text: string) => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}]/gu, '');
  const signed = letters(signature);
  return signed.includes(letters(name.firstName)) && signed.includes(letters(name.lastName));
}

/** What the answers say that decides which papers are needed. */
export function paperAnswers(answers: Answers): Pick<PaperFacts, 'schoolMonths' | 'isCertifiedElsewhere' | 'hasDisclosure'> {
  const experience = experienceInput.safeParse(answers.experience ?? {});
  return {
    schoolMonths: experience.success ? Number(experience.data.schoolMonths) : 0,
    isCertifiedElsewhere: answers.certificate?.otherState === 'yes',
    hasDisclosure: hasDisclosure(answers),
  };
}
