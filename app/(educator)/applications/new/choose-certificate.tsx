import { BackLink } from '@/app/_ui/breadcrumb';
import { Card } from '@/app/_ui/card';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { explain } from '@/lib/certificates/explanation-rules';
import type { CertificateFacts, Situation } from '@/lib/certificates/model';
import { nextStepsFor, stepOfKind } from '@/lib/certificates/rules';
import type { ApplicationKind } from '@/lib/rulebook/model';
import { certificateTypeOf, kindRules } from '@/lib/rulebook/rules';
import { formatReference } from '@/lib/shared/references';
import type { Told } from './told';

type Props = {
  readonly kind: ApplicationKind;
  readonly told: Told;
  readonly certificates: readonly CertificateFacts[];
  readonly situation: Situation;
};

/** Somebody knows what they want and not yet from which of their certificates: what comes from "What do I need?". */
export function ChooseCertificate({ kind, told, certificates, situation }: Props) {
  const ways = certificates.flatMap((certificate) => {
    const step = stepOfKind(nextStepsFor(certificate, situation), kind);
    return step ? [{ certificate, step }] : [];
  });
  return (
    <Main width="regular" before={<BackLink href="/home">Home</BackLink>}>
      <PageTitle caption="Apply" lead={ways.length > 0 ? 'From which of your certificates?' : undefined}>
        {kindRules(situation.ruleSet, kind).title}
      </PageTitle>
      {ways.length === 0 && <NoneOfYours />}
      {ways.map(({ certificate, step }) => (
        <Card key={certificate.number} heading={certificateTypeOf(situation.ruleSet, certificate.typeKey).name}>
          <p>{explain(step, situation).headline}</p>
          <p>
            <a href={`/applications/new?${new URLSearchParams({ certificate: certificate.number, kind, ...told }).toString()}`}>
              Choose certificate {formatReference(certificate.number)}
            </a>
          </p>
        </Card>
      ))}
    </Main>
  );
}

function NoneOfYours() {
  return (
    <>
      <p>None of the certificates on your record leads there.</p>
      <p>
        <a href="/home">See your certificates</a> and what each leads to, or <a href="/what-do-i-need">ask again what you need</a>.
        If a certificate is missing, <a href="/profile/certificate-problem">tell us</a>.
      </p>
    </>
  );
}
