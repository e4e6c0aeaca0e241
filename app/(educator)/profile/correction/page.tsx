import { redirect } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { findMyProfile } from '@/lib/identity/contact-queries';
import { heldValues, requireEducator } from '@/lib/web/session';
import { CorrectionForm } from './form';

export const metadata = { title: 'Correct a name or date of birth' };

export default async function CorrectionPage() {
  const ctx = await requireEducator();
  const { record } = await findMyProfile(ctx);
  if (!record) redirect('/profile');
  if (record.strength !== 'full') redirect('/confirm');
  return (
    <Main width="narrow" before={<BackLink href="/profile">Profile</BackLink>}>
      <PageTitle lead="A person corrects it, with a document that shows what is right. You send that on the next page. Meanwhile you can renew, apply and pay as usual.">
        My name or date of birth on record is wrong
      </PageTitle>
      <p>
        Your last name has changed? <a href="/profile/name">Change it here yourself</a>, at once.
      </p>
      <CorrectionForm initialValues={await heldValues(ctx)} />
    </Main>
  );
}
