import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { SecondAddressCodeForm } from './form';

export const metadata = { title: 'Code from your second address' };

/** Nothing moves by opening it: mail programs open links by themselves. */
export default function SecondAddressCodePage() {
  return (
    <Main width="narrow" before={<BackLink href="/lost-email">I no longer have that email</BackLink>}>
      <PageTitle lead="We wrote to the second address of your account. Type its code, with the new address you asked for.">
        Code from your second address
      </PageTitle>
      <SecondAddressCodeForm />
      <p>Next, a code goes to the new address. Give neither of them to anybody: we never ask for them by phone or email.</p>
    </Main>
  );
}
