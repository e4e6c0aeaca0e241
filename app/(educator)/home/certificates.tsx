import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { standings } from '@/app/_ui/standings';
import { explain } from '@/lib/certificates/explanation-rules';
import type { CertificateFacts, NextStep, Situation } from '@/lib/certificates/model';
import { leadsNowhere, nextStepsFor } from '@/lib/certificates/rules';
import { standingOn } from '@/lib/certificates/validity';
import type { Home } from '@/lib/payments/home-queries';
import { certificateTypeOf, findEndorsement } from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';
import { CertificateTable, type CertificateRow } from './certificate-table';

type Asked = { readonly home: Home; readonly day: Day };

/** The list people know from the directions: one row a certificate, "Choose" in the Renew/Update column. */
export function Certificates({ home, day }: Asked) {
  if (home.certificates.length === 0) return <NoCertificates isSearching={home.record === null} />;
  const openApplications = home.applications.filter((one) => one.isOpen);
  const situation: Situation = { day, ruleSet: home.ruleSet, openApplications };
  const canPrint = home.record?.strength === 'full';
  return (
    <>
      <h2>Educator Certificates List</h2>
      <CertificateTable rows={home.certificates.map((one) => ({ ...rowOf(one, situation), canPrint }))} />
    </>
  );
}

function NoCertificates({ isSearching }: { isSearching: boolean }) {
  if (isSearching) {
    return (
      <EmptyState heading="Your certificates appear here once your record is found" action={<ButtonLink href="/applications/new" look="secondary">Apply Online</ButtonLink>}>
        Meanwhile you can apply for a first certificate.
      </EmptyState>
    );
  }
  return (
    <EmptyState heading="No certificates on record" action={<ButtonLink href="/applications/new">Apply Online</ButtonLink>}>
      Apply for your first Connecticut certificate here. If you hold one already and miss it, call 860-713-6969.
    </EmptyState>
  );
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
