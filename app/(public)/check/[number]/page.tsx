import { redirect } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { DateText } from '@/app/_ui/date-text';
import { KeyValues } from '@/app/_ui/key-values';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { PrintButton } from '@/app/_ui/print-button';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { StatusTag } from '@/app/_ui/tag';
import { addressLimits } from '@/lib/accounts/rules';
import { findPublicCertificates } from '@/lib/certificates/public-queries';
import { findRuleSet } from '@/lib/rulebook/public-queries';
import { anyone } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { clock, requestCtx } from '@/lib/web/request';
import { slowDownIfOften } from '@/lib/web/slow-down';
import { Endorsements } from '@/app/(public)/check/endorsements';
import { holderOf, publicStatus } from '@/app/(public)/check/public-status';

export const metadata = { title: 'Certificate check' };

/** Where the code on a printed certificate leads. */
export default async function CheckedCertificatePage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  await slowDownIfOften(await requestCtx(anyone), addressLimits.publicCheck);
  const [[certificate], ruleSet] = await Promise.all([findPublicCertificates({ number }), findRuleSet()]);
  // The search page says what that means, also to a browser without scripts, to which Next's own not-found page stays empty.
  if (!certificate) redirect(`/check?number=${encodeURIComponent(number)}`);
  const now = clock();
  const { tone, words, through, whyMoved } = publicStatus(certificate, { day: dayInConnecticut(now), ruleSet });
  return (
    <Main width="regular" before={<BackLink href="/check">Check another certificate</BackLink>}>
      <PageTitle caption={certificate.typeName}>{holderOf(certificate)}</PageTitle>
      <p>
        <StatusTag tone={tone}>{words}</StatusTag>
      </p>
      <KeyValues
        rows={[
          { key: 'Endorsements', value: <Endorsements {...certificate} /> },
          { key: 'Valid from', value: <DateText value={certificate.effectiveOn} /> },
          { key: 'Valid through', value: through ? <DateText value={through} /> : 'No end date' },
          { key: 'Certificate number', value: <ReferenceNumber value={formatReference(certificate.number)} /> },
          { key: 'Checked', value: <DateText value={now} /> },
        ]}
      />
      {whyMoved && <p>{whyMoved}</p>}
      <PrintButton look="secondary">Print this check</PrintButton>
    </Main>
  );
}
