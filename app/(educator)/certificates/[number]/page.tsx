import { notFound } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { PrintButton } from '@/app/_ui/print-button';
import { findMyCertificate, type MyCertificate } from '@/lib/certificates/my-queries';
import { certificateTypeOf } from '@/lib/rulebook/rules';
import { dayInConnecticut } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { requireEducator } from '@/lib/web/session';
import { CertificateSheet } from './certificate-sheet';

export const metadata = { title: 'Certificate' };

export default async function CertificatePage({ params }: { params: Promise<{ number: string }> }) {
  const ctx = await requireEducator();
  const { number } = await params;
  const mine = await findMyCertificate(ctx, number);
  if (!mine) notFound();
  const { holder } = mine;
  if (holder === null) return <NotYet mine={mine} />;
  return (
    <Main width="wide" before={<BackLink href="/home">Home</BackLink>}>
      <PrintButton>Print or save (free)</PrintButton>
      <CertificateSheet mine={{ ...mine, holder }} day={dayInConnecticut(ctx.now)} />
    </Main>
  );
}

function NotYet({ mine: { certificate, ruleSet } }: { mine: MyCertificate }) {
  return (
    <Main width="regular" before={<BackLink href="/home">Home</BackLink>}>
      <PageTitle caption={`${certificateTypeOf(ruleSet, certificate.typeKey).name}, ${formatReference(certificate.number)}`}>
        You cannot print this certificate yet
      </PageTitle>
      <p>
        Your Social Security number, date of birth and name led to this record, but the email address on it is missing or
        another one.
        Until we are sure that it is you, nobody prints a certificate from it, so that nobody can do so in your name.
      </p>
      <p>
        <a href="/confirm">Confirm it is you</a>: it takes a code, a letter or an identity document.
      </p>
      <p>
        Meanwhile you can renew, apply and pay as usual, and an employer can{' '}
        <a href={`/check/${certificate.number}`}>check this certificate</a> without your doing anything.
      </p>
    </Main>
  );
}
