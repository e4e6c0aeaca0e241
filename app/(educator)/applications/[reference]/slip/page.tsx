import { toSVG } from 'bwip-js/node';
import { notFound, redirect } from 'next/navigation';
import { Alert } from '@/app/_ui/alert';
import { BackLink } from '@/app/_ui/breadcrumb';
import { SmallForm } from '@/app/_ui/form/small-form';
import { KeyValues } from '@/app/_ui/key-values';
import { Lines } from '@/app/_ui/lines';
import { Main } from '@/app/_ui/main';
import { PrintButton } from '@/app/_ui/print-button';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { Barcode, Sheet } from '@/app/_ui/sheet';
import { findApplicationView } from '@/lib/payments/application-queries';
import { payable } from '@/lib/payments/rules';
import { mailTo, payee } from '@/lib/payments/wording-rules';
import { formatCents, sumCents } from '@/lib/shared/money';
import { formatReference } from '@/lib/shared/references';
import { requireEducator } from '@/lib/web/session';
import { payNowAction } from '@/app/(educator)/applications/[reference]/pay/actions';

export const metadata = { title: 'Remittance slip' };

export default async function SlipPage({ params }: { params: Promise<{ reference: string }> }) {
  const ctx = await requireEducator();
  const { reference } = await params;
  const view = await findApplicationView(ctx, reference);
  if (!view) notFound();
  const { slip, obligations } = view;
  if (!slip) redirect(`/applications/${reference}`);
  const amount = sumCents(payable(obligations, slip.covers).map((one) => one.cents));
  if (amount <= 0) redirect(`/applications/${reference}`);
  return (
    <Main width="regular" before={<BackLink href={`/applications/${reference}`}>Application</BackLink>}>
      <Sheet kind="slip" title="Remittance slip" foot="Put this slip into the envelope with your payment.">
        <KeyValues
          rows={[
            { key: 'Amount', value: <strong>{formatCents(amount)}</strong> },
            { key: 'Payable to', value: payee },
            { key: 'Reference', value: <ReferenceNumber value={slip.reference} large /> },
            { key: 'Application', value: formatReference(reference) },
            { key: 'Mail to', value: <Lines of={mailTo} /> },
            { key: 'How', value: 'Certified bank check, cashier’s check or money order. Personal checks are not accepted.' },
          ]}
        />
        <Barcode label={`Barcode of reference ${formatReference(slip.reference)}`}>
          <div dangerouslySetInnerHTML={{ __html: toSVG({ bcid: 'code128', text: slip.reference, scale: 2, height: 12 }) }} />
        </Barcode>
      </Sheet>
      <PrintButton>Print this slip</PrintButton>
      <Alert tone="info" heading="No printer?">
        Write this reference and your name on the money order. Your application joins the queue on the day it arrives.
      </Alert>
      <SmallForm action={payNowAction} fields={{ reference, covers: slip.covers }} submit="Changed your mind? Pay by credit card now" />
    </Main>
  );
}
