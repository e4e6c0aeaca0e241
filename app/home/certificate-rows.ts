import { standings } from '@/app/_ui/standings';
import { explain } from '@/lib/certificates/explanation-rules';
import type { CertificateFacts, NextStep, Situation } from '@/lib/certificates/model';
import { leadsNowhere, nextStepsFor } from '@/lib/certificates/rules';
import { standingOn } from '@/lib/certificates/validity';
import type { Home } from '@/lib/payments/home-queries';
import { certificateTypeOf, findEndorsement } from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';
import type { CertificateRow } from './certificate-list';

type Listed = Pick<Home, 'applications' | 'certificates' | 'ruleSet'> & { readonly canPrint: boolean; readonly day: Day };

export function certificateRows({ applications, certificates, ruleSet, canPrint, day }: Listed): CertificateRow[] {
  const situation: Situation = { day, ruleSet, openApplications: applications.filter((one) => one.isOpen) };
  return certificates.map((one) => ({ ...rowOf(one, situation), canPrint }));
}

function rowOf(certificate: CertificateFacts, situation: Situation): Omit<CertificateRow, 'canPrint'> {
  const { ruleSet } = situation;
  const standing = standingOn(certificate, situation);
  const { tone, word } = standings[standing.state];
  return {
    number: certificate.number,
    type: certificateTypeOf(ruleSet, certificate.typeKey).name,
    endorsements: certificate.endorsements.map((code) => `${code} ${findEndorsement(ruleSet, code)?.title ?? ''}`.trim()).join(', '),
    tone,
    standing: word,
    from: certificate.effectiveOn,
    through: ('through' in standing ? standing.through : certificate.expiresOn) ?? null,
    ...renewUpdate(certificate, situation),
  };
}

function renewUpdate(certificate: CertificateFacts, situation: Situation): Pick<CertificateRow, 'canChoose' | 'reasons'> {
  const steps = nextStepsFor(certificate, situation);
  if (leadsNowhere(steps)) return { canChoose: false, reasons: ['Nothing to renew or update from this certificate.'] };
  const offered = steps.filter((step) => step.kind !== 'duplicate');
  const open = offered.filter((step) => step.availability.state === 'open');
  const others = offered.filter((step) => !open.includes(step));
  const explained = open.length > 0 ? others.filter(isWaiting) : others;
  return { canChoose: open.length > 0, reasons: explained.map((step) => explain(step, situation).headline) };
}

const isWaiting = (step: NextStep) => step.availability.state === 'opens';
