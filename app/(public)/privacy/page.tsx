import { KeyValues } from '@/app/_ui/key-values';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';

export const metadata = { title: 'Privacy' };

const stored = [
  { key: 'Your account', value: 'Name, email address, username, a scrambled form of your password, and when you logged in.' },
  { key: 'Your record', value: 'EIN, names, date of birth, Social Security number, address and phone number, certificates.' },
  { key: 'Your applications', value: 'What you answered and signed, what was decided, by whom and when.' },
  {
    key: 'Your payments',
    value: 'Amounts, dates, and the kind and last four digits of the card. The card number itself goes only to our payment company, Stripe.',
  },
  { key: 'What was done', value: 'Each change to your record or account: when and by whom. These entries cannot be altered.' },
];

const seen = [
  { key: 'You', value: 'Your record, once it is confirmed that it is yours. Your Social Security number is never shown to anyone in full.' },
  { key: 'Bureau staff', value: 'What their work needs. Each time one of them opens a person’s record it is written down with the reason.' },
  {
    key: 'Everyone',
    value: 'Name, certificate type, endorsements, dates and status: whether an educator is certified is public in Connecticut. Nothing else.',
  },
];

export default function PrivacyPage() {
  return (
    <Main width="regular">
      <PageTitle lead="What we keep about you, how it is protected, and who sees it.">Privacy</PageTitle>
      <h2>What is stored</h2>
      <KeyValues look="prose" rows={stored} />
      <h2>Your Social Security number</h2>
      <p>
        It tells you apart from everyone with the same name, so that nobody else gets your record. It and your date of birth are
        encrypted as soon as they arrive, each on its own, and found again by a keyed fingerprint without being decrypted. They are
        never in a link, an email, a log or on a page you get back, and we never ask for the number by phone or email.
      </p>
      <h2>Who sees what</h2>
      <KeyValues look="prose" rows={seen} />
      <p>You can ask us who has looked at your record (C.G.S. §4-193), and for a correction of anything that is wrong in it.</p>
      <h2>Cookies and other sites</h2>
      <p>
        One cookie keeps you logged in, and three short-lived ones remember a sign-up, a form you could not finish, and that you
        have just told us “this was not me”. There is no advertising, no statistics about you, and nothing is loaded from other
        companies, except that you go to Stripe’s page to pay by card.
      </p>
      <h2>Ask us</h2>
      <p>
        Write to <a href="mailto:teacher.cert@ct.gov">teacher.cert@ct.gov</a> or call 860-713-6969. To see what may be public about a
        certificate, <a href="/check">check one</a>.
      </p>
    </Main>
  );
}
