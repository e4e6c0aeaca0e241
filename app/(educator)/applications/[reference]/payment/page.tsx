import { notFound, redirect } from 'next/navigation';
import { Actions } from '@/app/_ui/actions';
import { Alert } from '@/app/_ui/alert';
import { ButtonLink } from '@/app/_ui/button';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { awaitPayment } from '@/lib/payments/await-payment';
import { formatReference } from '@/lib/shared/references';
import { requireEducator } from '@/lib/web/session';

export const metadata = { title: 'Confirming your payment' };

/** Where the payment page returns to. The redirect proves nothing: it only asks the worker to look. */
export default async function PaymentPage({ params }: { params: Promise<{ reference: string }> }) {
  const ctx = await requireEducator();
  const { reference } = await params;
  const state = await awaitPayment(ctx, reference);
  if (!state) notFound();
  if (state !== 'confirming') redirect(`/applications/${reference}`);
  return (
    <Main width="regular">
      <PageTitle caption={`Application ${formatReference(reference)}`}>Confirming your payment</PageTitle>
      <Alert tone="info" heading="Do not pay again">
        We are waiting for the payment service. This usually takes seconds; we also write to you when it is done.
      </Alert>
      <Actions>
        <ButtonLink href={`/applications/${reference}/payment`}>Check again</ButtonLink>
      </Actions>
    </Main>
  );
}
