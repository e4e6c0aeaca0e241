import { standings } from '@/app/_ui/standings';
import { explain, explainStanding } from '@/lib/certificates/explanation-rules';
import type { CertificateFacts, NextStep, Situation, Standing } from '@/lib/certificates/model';
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
    ...renewUpdate(certificate, situation, standing),
  };
}

type RenewUpdate = Pick<CertificateRow, 'canChoose' | 'reasons' | 'canAsk'>;

function renewUpdate(certificate: CertificateFacts, situation: Situation, standing: Standing): RenewUpdate {
  const steps = nextStepsFor(certificate, situation);
  const offered = steps.filter((step) => step.kind !== 'duplicate');
  const open = offered.filter((step) => step.availability.state === 'open');
  const canChoose = open.length > 0;
  const said = (chosen: readonly NextStep[]) => chosen.map((step) => explain(step, situation).headline);
  if (standing.state === 'lapsed') {
    const meaning = [...explainStanding(standing, certificate, situation.ruleSet), ...said(offered)];
    return canChoose ? { canChoose, reasons: meaning, canAsk: false } : { canChoose, reasons: [...meaning, noRuleLeadsOn], canAsk: true };
  }
  if (leadsNowhere(steps)) return { canChoose: false, reasons: [noRuleLeadsOn], canAsk: true };
  const others = offered.filter((step) => !open.includes(step));
  return { canChoose, reasons: said(canChoose ? others.filter(isWaiting) : others), canAsk: false };
}

const noRuleLeadsOn = 'We know no official rule by which something else is applied for from it.';

const isWaiting = (step: NextStep) => step.availability.state === 'opens';
