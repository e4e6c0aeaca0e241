import { notFound } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { DateText } from '@/app/_ui/date-text';
import { KeyValues } from '@/app/_ui/key-values';
import { Main } from '@/app/_ui/main';
import { PrintButton } from '@/app/_ui/print-button';
import { Sheet } from '@/app/_ui/sheet';
import { statusNames } from '@/lib/applications/status';
import { findApplicationView } from '@/lib/payments/application-queries';
import { isApplicationKind } from '@/lib/rulebook/model';
import { kindRules } from '@/lib/rulebook/rules';
import { formatDay } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { requireEducator } from '@/lib/web/session';

export const metadata = { title: 'Proof of filing' };

export default async function ProofPage({ params }: { params: Promise<{ reference: string }> }) {
  const ctx = await requireEducator();
  const { reference } = await params;
  const view = await findApplicationView(ctx, reference);
  if (!view?.application.submittedAt) notFound();
  const { application, ruleSet, signature } = view;
  const title = isApplicationKind(application.kind) ? kindRules(ruleSet, application.kind).title : 'Application';
  return (
    <Main width="regular" before={<BackLink href={`/applications/${reference}`}>Application</BackLink>}>
      <Sheet kind="proof" title="Proof of filing" foot="This says that the application was filed, not that it was granted.">
        <KeyValues
          rows={[
            { key: 'Application', value: `${formatReference(reference)}: ${title}` },
            { key: 'Filed', value: <DateText value={view.application.submittedAt} /> },
            { key: 'Signed by', value: signature ?? '' },
            { key: 'In the queue since', value: application.queuedOn ? formatDay(application.queuedOn) : 'Waiting for the payment' },
            { key: 'Status today', value: statusNames[application.status] },
          ]}
        />
      </Sheet>
      <PrintButton>Print or save</PrintButton>
    </Main>
  );
}
