import { forbidden, notFound } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { SmallForm } from '@/app/_ui/form/small-form';
import { Lines } from '@/app/_ui/lines';
import { Main } from '@/app/_ui/main';
import { PrintButton } from '@/app/_ui/print-button';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { Sheet } from '@/app/_ui/sheet';
import { appOrigin } from '@/lib/env';
import { findLetter } from '@/lib/identity/confirmation-queries';
import { must } from '@/lib/shared/result';
import { isUuid } from '@/lib/shared/uuid';
import { openLetter } from '@/lib/staff/open-letter';
import { requireStaff } from '@/lib/web/session';
import { mailLetterAction } from './actions';

export const metadata = { title: 'Letter' };

export default async function LetterPage({ params }: { params: Promise<{ letter: string }> }) {
  const ctx = await requireStaff('review_identity');
  const { letter: id } = await params;
  if (!isUuid(id)) notFound();
  const opened = await openLetter(ctx, { id });
  if (!opened.ok) return opened.error === 'not_allowed' ? forbidden() : notFound();
  const letter = must(await findLetter(ctx, id), 'the letter that was just opened');
  return (
    <Main width="regular" before={<BackLink href="/staff/identity/letters">Letters to print</BackLink>}>
      <Sheet kind="proof" title="Your code">
        <p>
          <Lines of={[letter.name, ...letter.addressLines]} />
        </p>
        <p>
          An online account asked to be linked to your Connecticut certification record. If that was you, log in at{' '}
          <strong>{appOrigin()}</strong>, choose “Confirm it is you”, and type this code within 21 days:
        </p>
        <p>
          <ReferenceNumber value={letter.code} large />
        </p>
        <p>If it was not you, do not use the code and call us at 860-713-6969. We never ask for it by phone or email.</p>
      </Sheet>
      <PrintButton>Print this letter</PrintButton>
      {letter.isMailed ? <p>It was mailed.</p> : <SmallForm action={mailLetterAction} fields={{ id }} submit="It is in the mail" look="primary" />}
    </Main>
  );
}
