import { notFound } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { DateText } from '@/app/_ui/date-text';
import { KeyValues } from '@/app/_ui/key-values';
import { Main } from '@/app/_ui/main';
import { PrintButton } from '@/app/_ui/print-button';
import { Sheet } from '@/app/_ui/sheet';
import { findApplicationView } from '@/lib/payments/application-queries';
import { paidWithWords } from '@/lib/payments/wording-rules';
import { formatCents } from '@/lib/shared/money';
import { formatReference } from '@/lib/shared/references';
import { requireEducator } from '@/lib/web/session';

export const metadata = { title: 'Receipt' };

export default async function ReceiptPage({ params }: { params: Promise<{ reference: string; number: string }> }) {
  const ctx = await requireEducator();
  const { reference, number } = await params;
  const view = await findApplicationView(ctx, reference);
  const receipt = view?.receipts.find((one) => String(one.number) === number);
  if (!view || !receipt) notFound();
  return (
    <Main width="regular" before={<BackLink href={`/applications/${reference}`}>Application</BackLink>}>
      <Sheet kind="receipt" title={`Receipt ${receipt.number}`}>
        <KeyValues
          rows={[
            { key: 'Received', value: <strong>{formatCents(receipt.cents)}</strong> },
            { key: 'On', value: <DateText value={receipt.issuedAt} /> },
            { key: 'By', value: paidWithWords(receipt.method, receipt.paidWith) },
            { key: 'For application', value: formatReference(reference) },
            { key: 'Applicant', value: view.signature ?? '' },
          ]}
        />
      </Sheet>
      <PrintButton>Print or save</PrintButton>
    </Main>
  );
}
