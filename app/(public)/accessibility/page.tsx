import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';

export const metadata = { title: 'Accessibility' };

export default function AccessibilityPage() {
  return (
    <Main width="regular">
      <PageTitle lead="This site is for every educator, whatever they use it with.">Accessibility</PageTitle>
      <h2>What we work to</h2>
      <p>The Web Content Accessibility Guidelines 2.2, level AA. Among other things:</p>
      <ul className="usa-list">
        <li>Everything can be done with a keyboard alone, and you always see where you are.</li>
        <li>Every page works without JavaScript, on a phone, and with text at twice its size.</li>
        <li>Every field has a label; a mistake is said in words, beside the field and at the top.</li>
        <li>No status rests on color alone.</li>
        <li>You can paste into every field, and nothing asks you to solve a puzzle.</li>
        <li>You are warned before your sign-in ends, can stay, and lose nothing if you do not.</li>
      </ul>
      <h2>How it is checked</h2>
      <p>
        Each page is tested by a program (axe) in a real browser, on a phone’s and a desktop’s width, with and without JavaScript. A
        program finds only part of what can be wrong, and nobody from outside has reviewed this site yet.
      </p>
      <h2>What may not work for you</h2>
      <p>The page on which a card number is typed belongs to our payment company, Stripe. Paying by mail is always possible instead.</p>
      <h2>Tell us</h2>
      <p>
        If anything here is hard for you to use, or you need it in another form, call 860-713-6969 or write to{' '}
        <a href="mailto:teacher.cert@ct.gov">teacher.cert@ct.gov</a>. Say which page it was. You can do the same thing by phone or on
        paper meanwhile.
      </p>
    </Main>
  );
}
