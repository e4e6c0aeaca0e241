import { BackLink } from '@/app/_ui/breadcrumb';
import type { Choice } from '@/app/_ui/form/choices';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { findMyCertificates, type MyCertificates } from '@/lib/certificates/my-queries';
import { missingCertificate } from '@/lib/identity/request-model';
import { certificateTypeOf } from '@/lib/rulebook/rules';
import { formatDay } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { heldValues, requireEducator } from '@/lib/web/session';
import { CertificateProblemForm } from './form';

export const metadata = { title: 'A certificate is missing or wrong' };

type Props = { searchParams: Promise<{ certificate?: string | string[] }> };

export default async function CertificateProblemPage({ searchParams }: Props) {
  const ctx = await requireEducator();
  const mine = await findMyCertificates(ctx);
  const { certificate: asked } = await searchParams;
  const about = mine.certificates.find(({ number }) => number === asked)?.number;
  const initial = about ? { certificate: about } : mine.certificates.length === 0 ? { certificate: missingCertificate } : {};
  return (
    <Main width="narrow" before={<BackLink href="/profile">Profile</BackLink>}>
      <PageTitle lead="A person looks at it. On the next page you can send what shows it: a copy, a letter, a photograph. Meanwhile you can renew, apply and pay as usual.">
        A certificate is missing or wrong
      </PageTitle>
      <CertificateProblemForm choices={choicesOf(mine)} initialValues={{ ...initial, ...(await heldValues(ctx)) }} />
    </Main>
  );
}

function choicesOf({ certificates, ruleSet }: MyCertificates): Choice[] {
  return [
    ...certificates.map(({ number, typeKey, issuedOn }) => ({
      value: number,
      label: `${certificateTypeOf(ruleSet, typeKey).name}, ${formatReference(number)}`,
      hint: `Issued ${formatDay(issuedOn)}`,
    })),
    { value: missingCertificate, label: 'One that is missing here' },
  ];
}
