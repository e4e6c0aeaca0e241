import { notFound, redirect } from 'next/navigation';
import { Alert } from '@/app/_ui/alert';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Card } from '@/app/_ui/card';
import { SmallForm } from '@/app/_ui/form/small-form';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { findApplicationView } from '@/lib/payments/application-queries';
import { dueCents, laterCents } from '@/lib/payments/rules';
import { formatCents } from '@/lib/shared/money';
import { formatReference } from '@/lib/shared/references';
import { requireEducator } from '@/lib/web/session';
import { payLaterAction, payNowAction } from './actions';

export const metadata = { title: 'Pay' };

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ submitted?: string }> };

export default async function PayPage({ params, searchParams }: Props) {
  const ctx = await requireEducator();
  const { reference } = await params;
  const view = await findApplicationView(ctx, reference);
  if (!view) notFound();
  const due = dueCents(view.obligations);
  const later = laterCents(view.obligations);
  if (due <= 0 || view.isConfirming) redirect(`/applications/${reference}${view.isConfirming ? '/payment' : ''}`);
  const everything = later > 0 ? formatCents((due + later) as typeof due) : undefined;
  return (
    <Main width="regular" before={<BackLink href={`/applications/${reference}`}>Application</BackLink>}>
      <PageTitle caption={`Application ${formatReference(reference)}`} lead={`${formatCents(due)} is due now.`}>
        How would you like to pay?
      </PageTitle>
      {(await searchParams).submitted && (
        <Alert tone="success" heading="Submitted" live>
          Your application joins the queue on the day your payment arrives.
        </Alert>
      )}
      <Card heading="Pay now by credit card">
        <p>
          <strong>Visa or Mastercard credit only.</strong> A debit or prepaid card will not work, even with their logo; nor will
          American Express or Discover.
        </p>
        <SmallForm action={payNowAction} fields={{ reference, covers: 'due_now' }} submit={`Pay ${formatCents(due)} by credit card`} look="primary" />
        {everything && (
          <SmallForm action={payNowAction} fields={{ reference, covers: 'everything' }} submit={`Pay everything now: ${everything}`} />
        )}
      </Card>
      <Card heading="Pay later by mail">
        <p>
          With a certified bank check, cashier’s check or money order. Personal checks and cash are not accepted. You get a slip
          to put into the envelope.
        </p>
        <SmallForm action={payLaterAction} fields={{ reference, covers: 'due_now' }} submit="Pay Later" />
        {everything && <SmallForm action={payLaterAction} fields={{ reference, covers: 'everything' }} submit={`Slip for everything: ${everything}`} />}
      </Card>
      {everything && <p>If your application is not granted, what you paid beyond the $50 review fee comes back.</p>}
    </Main>
  );
}
