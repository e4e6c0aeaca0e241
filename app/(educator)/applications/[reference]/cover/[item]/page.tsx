import { toSVG } from 'bwip-js/node';
import { notFound } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { KeyValues } from '@/app/_ui/key-values';
import { Lines } from '@/app/_ui/lines';
import { Main } from '@/app/_ui/main';
import { PrintButton } from '@/app/_ui/print-button';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { requirementTitle } from '@/app/_ui/requirement-state';
import { Barcode, Sheet } from '@/app/_ui/sheet';
import { canBeMailed } from '@/lib/applications/requirement-rules';
import { findApplicationView } from '@/lib/payments/application-queries';
import { mailTo } from '@/lib/payments/wording-rules';
import { formatReference } from '@/lib/shared/references';
import { requireEducator } from '@/lib/web/session';

export const metadata = { title: 'Cover sheet' };

/** Goes into the envelope with one paper, so that whoever opens it knows at once what it belongs to. */
export default async function CoverPage({ params }: { params: Promise<{ reference: string; item: string }> }) {
  const ctx = await requireEducator();
  const asked = await params;
  const { reference } = asked;
  const view = await findApplicationView(ctx, reference);
  const item = view?.requirements.find((one) => one.reference === asked.item);
  if (!item || !canBeMailed(item.paper.owedBy)) notFound();
  return (
    <Main width="regular" before={<BackLink href={`/applications/${reference}`}>Application</BackLink>}>
      <Sheet kind="slip" title="Cover sheet" foot="Put this sheet on top of the paper, one sheet for each paper.">
        <KeyValues
          rows={[
            { key: 'Paper', value: <strong>{requirementTitle(item)}</strong> },
            { key: 'Reference', value: <ReferenceNumber value={item.reference} large /> },
            { key: 'Application', value: formatReference(reference) },
            { key: 'Mail to', value: <Lines of={mailTo} /> },
            { key: 'How', value: item.paper.howToSend },
          ]}
        />
        <Barcode label={`Barcode of reference ${formatReference(item.reference)}`}>
          <div dangerouslySetInnerHTML={{ __html: toSVG({ bcid: 'code128', text: item.reference, scale: 2, height: 12 }) }} />
        </Barcode>
      </Sheet>
      <PrintButton>Print this sheet</PrintButton>
      <p>If somebody else sends the paper, give them this sheet, or have them write the reference on the paper.</p>
    </Main>
  );
}
