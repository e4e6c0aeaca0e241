import { redirect } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Details } from '@/app/_ui/details';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { findMyProfile } from '@/lib/identity/contact-queries';
import { heldValues, requireEducator } from '@/lib/web/session';
import { LastNameForm } from './form';

export const metadata = { title: 'Change last name' };

export default async function NamePage() {
  const ctx = await requireEducator();
  const { record } = await findMyProfile(ctx);
  if (record?.strength !== 'full') redirect('/profile');
  return (
    <Main width="narrow" before={<BackLink href="/profile">Profile</BackLink>}>
      <PageTitle lead={<>On your record now: <strong>{record.lastName}</strong>.</>}>Change last name</PageTitle>
      <LastNameForm initialValues={await heldValues(ctx)} />
      <Details summary="What happens to my earlier name?">
        It stays on your record, so that nothing filed under it is lost. Your certificates and the public check show the new name
        from now on.
      </Details>
      <Details summary="My first name or date of birth is wrong">
        <p>
          These are corrected by a person. <a href="/profile/correction">Say what is wrong here</a>.
        </p>
      </Details>
    </Main>
  );
}
