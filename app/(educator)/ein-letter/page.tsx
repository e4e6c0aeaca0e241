import { redirect } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { ButtonLink } from '@/app/_ui/button';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { PrintButton } from '@/app/_ui/print-button';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { Sheet, SheetName } from '@/app/_ui/sheet';
import { findMyEinLetter } from '@/lib/identity/contact-queries';
import { dayInConnecticut, formatDay } from '@/lib/shared/days';
import { requireEducator } from '@/lib/web/session';

export const metadata = { title: 'Your EIN' };

/** "What is my number?", on paper: only for who is surely the person of the record. */
export default async function EinLetterPage() {
  const ctx = await requireEducator();
  const letter = await findMyEinLetter(ctx);
  if (letter === undefined) redirect('/profile');
  if (letter.name === null) return <NotYet ein={letter.ein} />;
  return (
    <Main width="regular" before={<BackLink href="/profile">Profile</BackLink>}>
      <Sheet
        kind="proof"
        title="Your Educator Identification Number (EIN)"
        foot="This letter says who holds the number. It is not a certificate and does not say that one is held; anyone can check that at the Bureau’s public check."
      >
        <p>{formatDay(dayInConnecticut(ctx.now))}</p>
        <SheetName>{letter.name}</SheetName>
        <p>
          Educator Identification Number: <strong><ReferenceNumber value={letter.ein} group={10} /></strong>
        </p>
        <p>
          Give this number to your school district, your college or the Bureau when they ask for it. It finds your certification
          record without your Social Security number. It stays yours for good, also under another name.
        </p>
      </Sheet>
      <PrintButton>Print or save</PrintButton>
    </Main>
  );
}

function NotYet({ ein }: { ein: string }) {
  return (
    <Main width="narrow" before={<BackLink href="/profile">Profile</BackLink>}>
      <PageTitle lead="What you typed agrees with a record. Before a letter is printed from it, show us once that it is yours.">
        You cannot print this letter yet
      </PageTitle>
      <p>
        Your EIN is <strong>{ein}</strong>. You can use it and give it to others already.
      </p>
      <ButtonLink href="/confirm">Confirm it is you</ButtonLink>
    </Main>
  );
}
