import type { ReactNode } from 'react';
import { ButtonLink } from '@/app/_ui/button';
import { DateText } from '@/app/_ui/date-text';
import { EmptyState } from '@/app/_ui/empty-state';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { StatusTag, type Tone } from '@/app/_ui/tag';
import { explain } from '@/lib/certificates/explanation-rules';
import type { CertificateFacts, NextStep, Situation, Standing } from '@/lib/certificates/model';
import { leadsNowhere, nextStepsFor } from '@/lib/certificates/rules';
import { standingOn } from '@/lib/certificates/validity';
import type { Home } from '@/lib/payments/home-queries';
import { certificateTypeOf, findEndorsement } from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';

type Asked = { readonly home: Home; readonly day: Day };

/** The list people know from the directions: one row a certificate, "Choose" in the Renew/Update column. */
export function Certificates({ home, day }: Asked) {
  if (home.certificates.length === 0) return <NoCertificates isSearching={home.record === null} />;
  const openApplications = home.applications.filter((one) => one.isOpen);
  const situation: Situation = { day, ruleSet: home.ruleSet, openApplications };
  return (
    <>
      <h2>Educator Certificates List</h2>
      <ResponsiveTable
        caption="Your certificates, the latest first"
        rows={home.certificates}
        rowKey={(row) => row.id}
        columns={[
          { header: 'Certificate', rowHeader: true, cell: (row) => <Name certificate={row} home={home} /> },
          { header: 'Valid', cell: (row) => <Validity certificate={row} situation={situation} /> },
          { header: 'Renew/Update', wide: true, cell: (row) => <RenewUpdate certificate={row} situation={situation} /> },
          { header: 'Copies', wide: true, cell: (row) => <Copies certificate={row} home={home} /> },
        ]}
      />
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

function Name({ certificate, home }: { certificate: CertificateFacts; home: Home }) {
  const { ruleSet } = home;
  return (
    <>
      {certificateTypeOf(ruleSet, certificate.typeKey).name}
      <br />
      <small>
        {certificate.endorsements.map((code) => `${code} ${findEndorsement(ruleSet, code)?.title ?? ''}`.trim()).join(', ')}
        {certificate.endorsements.length > 0 && ' · '}
        <span className="cecs-reference">{formatReference(certificate.number)}</span>
      </small>
    </>
  );
}

const standings: Record<Standing['state'], { tone: Tone; word: string }> = {
  not_yet: { tone: 'info', word: 'Not yet valid' },
  current: { tone: 'success', word: 'Valid' },
  expiring: { tone: 'warning', word: 'Ends soon' },
  lapsed: { tone: 'error', word: 'Lapsed' },
  followed: { tone: 'neutral', word: 'Past' },
  ended: { tone: 'neutral', word: 'Ended' },
};

function Validity({ certificate, situation }: { certificate: CertificateFacts; situation: Situation }) {
  const standing = standingOn(certificate, situation);
  const { tone, word } = standings[standing.state];
  const through = 'through' in standing ? standing.through : certificate.expiresOn;
  return (
    <>
      <StatusTag tone={tone}>{word}</StatusTag>
      <br />
      <DateText value={certificate.effectiveOn} /> {through ? <>to <DateText value={through} /></> : 'with no end date'}
    </>
  );
}

function RenewUpdate({ certificate, situation }: { certificate: CertificateFacts; situation: Situation }) {
  const steps = nextStepsFor(certificate, situation);
  const offered = steps.filter((step) => step.kind !== 'duplicate');
  if (leadsNowhere(steps)) return <>Nothing to renew or update from this certificate.</>;
  const open = offered.filter((step) => step.availability.state === 'open');
  const others = offered.filter((step) => !open.includes(step));
  return (
    <>
      {open.length > 0 && <Choose number={certificate.number} />}
      {(open.length > 0 ? others.filter(isWaiting) : others).map((step) => (
        <WhyNot key={step.kind} step={step} situation={situation} />
      ))}
    </>
  );
}

const isWaiting = (step: NextStep) => step.availability.state === 'opens';

function Choose({ number }: { number: string }): ReactNode {
  return (
    <ButtonLink href={`/applications/new?certificate=${number}`} size="small" aria-label={`Choose certificate ${formatReference(number)}`}>
      Choose
    </ButtonLink>
  );
}

function WhyNot({ step, situation }: { step: NextStep; situation: Situation }) {
  const { headline } = explain(step, situation);
  return <p>{headline}</p>;
}

function Copies({ certificate, home }: { certificate: CertificateFacts; home: Home }) {
  const isFull = home.record?.strength === 'full';
  const { number } = certificate;
  return (
    <>
      {isFull ? (
        <ButtonLink href={`/certificates/${number}`} look="quiet">
          Print or save (free)
        </ButtonLink>
      ) : (
        <p>Print or save (free), once it is confirmed that it is you</p>
      )}
      <ButtonLink href={`/applications/new?certificate=${number}&kind=duplicate`} look="quiet">
        Request a duplicate ($50)
      </ButtonLink>
    </>
  );
}
