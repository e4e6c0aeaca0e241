import { ActionList, type Way } from '@/app/_ui/action-list';
import { Hero } from '@/app/_ui/hero';
import { Container, Main } from '@/app/_ui/main';
import { ProcessList } from '@/app/_ui/process-list';

const ways: readonly Way[] = [
  {
    audience: 'First time here',
    heading: 'Create your account',
    body: 'Needed once, even if you have been certified for years. Your EIN and your certificates will be found for you.',
    href: '/create-account',
    action: 'Create an Account on the C.E.C.S.',
  },
  {
    audience: 'You have an account',
    heading: 'Renew, apply, check status or pay',
    body: 'Renewing a Professional certificate is free and takes about five minutes.',
    href: '/login',
    action: 'Login to the CECS',
  },
  {
    audience: 'Schools, districts and parents',
    heading: 'Check a certificate',
    body: 'Look up an educator by name or by certificate number. No account needed.',
    href: '/check',
    action: 'Check a certificate',
  },
];

export const metadata = { description: 'Apply for, renew and check Connecticut educator certificates.' };

export default function FrontPage() {
  return (
    <Main width="full">
      <Hero title="Your Connecticut educator certificate">
        Apply, renew and pay online, and always see where things stand and who acts next.
      </Hero>
      <Container>
        <ActionList ways={ways} />
        <p>
          Not sure which application is yours? <a href="/what-do-i-need">What do I need?</a> Four questions, and no account.
        </p>
        <h2>How it works</h2>
        <ProcessList
          steps={[
            { heading: 'Create an account', body: 'You receive your username and a temporary password in two separate emails.' },
            { heading: 'Register once', body: 'With your Social Security number and birth date we find your educator record and its EIN.' },
            { heading: 'Choose your certificate', body: 'Answer a few questions, sign, and submit. Your answers are saved as you go.' },
            {
              heading: 'Pay, if there is a fee',
              body: 'By Visa or Mastercard credit card, or by mail with a certified bank check or money order.',
            },
          ]}
        />
      </Container>
    </Main>
  );
}
