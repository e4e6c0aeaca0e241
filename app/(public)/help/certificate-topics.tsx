import { KeyValues } from '@/app/_ui/key-values';
import { Lines } from '@/app/_ui/lines';
import { mailTo, payee } from '@/lib/payments/wording-rules';
import type { Topic } from './topics';

export const certificateTopics: readonly Topic[] = [
  {
    id: 'renew',
    heading: 'Renew or update a certificate',
    body: (
      <>
        <ol className="usa-list">
          <li>Log in, and read and acknowledge the page that follows.</li>
          <li>
            In the “Educator Certificates List” choose “Choose” in the Renew/Update column, beside the certificate. Where there is
            no “Choose”, the list says why, and from when.
          </li>
          <li>Answer the questions page by page. What you have answered is saved as you go.</li>
          <li>Sign with your typed name and submit. You get a reference, and a proof of filing that you can print.</li>
        </ol>
        <p>
          Renewing a Professional certificate costs nothing and asks for no papers. For everything else see{' '}
          <a href="/fees">fees and what you need</a>. If you hold no certificate yet, choose “Apply Online”.
        </p>
      </>
    ),
  },
  {
    id: 'status',
    heading: 'See where my application stands',
    body: (
      <p>
        Log in and choose “Check Status/Pay Now” under “Applications”. Each application shows its status, who has to act next, what is
        owed, and your receipts.
      </p>
    ),
  },
  {
    id: 'pay',
    heading: 'Pay',
    body: (
      <>
        <p>
          With a Visa or Mastercard <strong>credit</strong> card. A debit card does not work, even with their logo on it, nor do
          prepaid cards, American Express or Discover. If a card is refused you are not charged; your bank may show the amount as
          pending for some days.
        </p>
        <p>
          Or choose “Pay Later” and mail a certified bank check, a cashier’s check or a money order, with the slip you can print.
          Personal checks and cash are not accepted.
        </p>
        <KeyValues look="prose" rows={[{ key: 'Payable to', value: payee }, { key: 'Mail to', value: <Lines of={mailTo} /> }]} />
        <p>No printer? Write the reference and your name on the money order.</p>
      </>
    ),
  },
  {
    id: 'print',
    heading: 'Print a certificate',
    body: (
      <p>
        Choose “Print or save (free)” beside it in your list, as often as you like. A duplicate that we mail has a fee. Your
        employer can <a href="/check">check a certificate</a> without an account.
      </p>
    ),
  },
  {
    id: 'logged-out',
    heading: 'I was logged out while I was typing',
    body: (
      <p>
        After 15 minutes without activity your sign-in ends, so that nobody finds your record open on a shared computer; three minutes
        before, the page asks whether you are still there. Nothing is lost: send the form all the same and log in again. Your answers are
        kept for you, all but passwords and Social Security numbers.
      </p>
    ),
  },
  {
    id: 'contact',
    heading: 'Ask a person',
    body: (
      <KeyValues
        look="prose"
        rows={[
          { key: 'Phone', value: <a href="tel:+18607136969">860-713-6969</a> },
          { key: 'Email', value: <a href="mailto:teacher.cert@ct.gov">teacher.cert@ct.gov</a> },
          { key: 'Post', value: <Lines of={mailTo} /> },
          { key: 'Have ready', value: 'Your EIN, or the reference of your application or case. Never your Social Security number.' },
        ]}
      />
    ),
  },
];
