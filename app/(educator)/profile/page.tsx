import { Alert } from '@/app/_ui/alert';
import { Card } from '@/app/_ui/card';
import { SmallForm } from '@/app/_ui/form/small-form';
import { KeyValues } from '@/app/_ui/key-values';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { accountProfile } from '@/lib/accounts/queries';
import { mySecondAddress, type SecondAddress } from '@/lib/accounts/recovery-queries';
import { findMyProfile } from '@/lib/identity/contact-queries';
import { findMyRequests } from '@/lib/identity/request-queries';
import { must } from '@/lib/shared/result';
import { requireEducator } from '@/lib/web/session';
import { chooseRemindersAction, signOutEverywhereAction } from './actions';
import { CertificateCard, ContactCard, NameCard } from './record-cards';
import { RequestList } from './request-list';

export const metadata = { title: 'Profile' };

const done: Readonly<Record<string, string>> = {
  email: 'Your email address is changed. We wrote to the old one too.',
  password: 'Your password is changed. Everywhere else you were logged in, you are logged out.',
  contact: 'Your address and phone number are saved.',
  reminders: 'Your choice about reminders is saved.',
  second: 'Your second email address is confirmed. We wrote to the first one too.',
  name: 'Your last name is changed. Your certificates show it from now on; your earlier name stays on your record.',
};

export default async function ProfilePage({ searchParams }: { searchParams: Promise<{ changed?: string }> }) {
  const ctx = await requireEducator();
  const { changed } = await searchParams;
  const sentence = changed && Object.hasOwn(done, changed) ? done[changed] : undefined;
  const account = must(await accountProfile(ctx), 'the account of whoever is signed in');
  const second = await mySecondAddress(ctx);
  const profile = await findMyProfile(ctx);
  const requests = await findMyRequests(ctx);
  return (
    <Main width="wide">
      <PageTitle lead="Your account, your name, and where we reach you.">Profile</PageTitle>
      {sentence && (
        <Alert tone="success" live>
          {sentence}
        </Alert>
      )}
      <Card heading="Your account">
        <KeyValues
          rows={[
            { key: 'Username', value: account.username },
            {
              key: 'Email address',
              value: account.emailChange ? <PendingEmail email={account.email} /> : account.email,
              changeHref: '/profile/email',
            },
            { key: 'Second email address', value: second ? <Second {...second} /> : 'None', changeHref: '/profile/second-email' },
            { key: 'Password', value: 'Known only to you', changeHref: '/profile/password' },
          ]}
        />
      </Card>
      <NameCard profile={profile} />
      <ContactCard profile={profile} />
      <CertificateCard />
      <RequestList requests={requests} />
      <Reminders wants={account.wantsReminders} />
      <Card heading="Log out everywhere">
        <p>Ends every sign-in of this account, on this computer and all others. Use it if you forgot to log out somewhere.</p>
        <SmallForm action={signOutEverywhereAction} submit="Log out everywhere" />
      </Card>
    </Main>
  );
}

function Reminders({ wants }: { readonly wants: boolean }) {
  return (
    <Card heading="Reminders">
      <p>
        {wants
          ? 'Six months, three months, six weeks and two weeks before a certificate of yours ends we write to you, until you have applied.'
          : 'You get no reminders before a certificate ends.'}
      </p>
      <SmallForm
        action={chooseRemindersAction}
        fields={{ wants: wants ? 'no' : 'yes' }}
        submit={wants ? 'I have retired: do not remind me' : 'Remind me again'}
      />
    </Card>
  );
}

function Second({ email, isConfirmed }: SecondAddress) {
  return (
    <>
      {email} {!isConfirmed && <span className="cecs-quiet">(waits for its code)</span>}
    </>
  );
}

function PendingEmail({ email }: { email: string }) {
  return (
    <>
      {email} <span className="cecs-quiet">(a change waits for its codes)</span>
    </>
  );
}
