import { redirect } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { findMyProfile, type Contact } from '@/lib/identity/contact-queries';
import type { FormValues } from '@/lib/web/form-state';
import { heldValues, requireEducator } from '@/lib/web/session';
import { ContactForm } from './form';

export const metadata = { title: 'Address and phone' };

export default async function ContactPage() {
  const ctx = await requireEducator();
  const { record, contact } = await findMyProfile(ctx);
  if (record?.strength !== 'full') redirect('/profile');
  return (
    <Main width="narrow" before={<BackLink href="/profile">Profile</BackLink>}>
      <PageTitle lead="Where we mail what you ask for, and call if something is unclear.">Address and phone</PageTitle>
      <ContactForm initialValues={(await heldValues(ctx)) ?? onFile(contact)} />
    </Main>
  );
}

function onFile(contact: Contact | null): FormValues {
  return Object.fromEntries(Object.entries(contact ?? {}).map(([name, value]) => [name, value ?? '']));
}
