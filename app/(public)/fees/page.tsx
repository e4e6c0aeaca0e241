import { SummaryBox } from '@/app/_ui/card';
import { KeyValues } from '@/app/_ui/key-values';
import { Lines } from '@/app/_ui/lines';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { mailTo, payee } from '@/lib/payments/wording-rules';
import { findRuleSet } from '@/lib/rulebook/public-queries';
import { settingOn } from '@/lib/rulebook/rules';
import { dayInConnecticut, formatDay } from '@/lib/shared/days';
import { formatCents } from '@/lib/shared/money';
import { clock } from '@/lib/web/request';
import { PriceDetails } from './price-details';
import { priceList } from './price-list';
import { PriceTable } from './price-table';

export const metadata = { title: 'Fees and what you need' };

export default async function FeesPage() {
  const day = dayInConnecticut(clock());
  const ruleSet = await findRuleSet();
  const { online, onPaper, byDistrict, reviewFee } = priceList({ day, ruleSet });
  const continuation = online.find((row) => row.kind === 'continue_professional');
  const opens = settingOn(ruleSet, 'renewal_window', day);
  return (
    <Main width="wide">
      <PageTitle lead={`What each application costs and what to have ready, by the rules of ${formatDay(day)}.`}>
        Fees and what you need
      </PageTitle>
      <p>
        Not sure which is yours? <a href="/what-do-i-need">What do I need?</a> Four questions, and no account.
      </p>
      {continuation?.price?.total === 0 && (
        <SummaryBox heading="Renewing a Professional certificate is free">
          <p>
            No fee, no papers to send, about five minutes.
            {opens && ` You can apply from ${opens.value} ${opens.unit} before it ends.`}
          </p>
        </SummaryBox>
      )}
      <h2>You apply here, online</h2>
      <PriceTable caption="Online applications" rows={online} />
      <h3>What to have ready for each</h3>
      <PriceDetails rows={online} />
      {onPaper.length > 0 && (
        <>
          <h2>You apply on paper</h2>
          <p>These are not taken online yet. Ask the Bureau of Certification for the form: teacher.cert@ct.gov.</p>
          <PriceDetails rows={onPaper} withAmounts />
        </>
      )}
      <h2>A school district applies</h2>
      <p>Ask the district that wants to employ you; it also tells you which papers it needs.</p>
      <PriceDetails rows={byDistrict} withAmounts />
      <h2>About the fees</h2>
      <ul className="usa-list">
        {reviewFee !== null && (
          <li>
            A review fee of {formatCents(reviewFee)} is part of an amount, never on top of it. It pays for looking at your
            application and does not come back.
          </li>
        )}
        <li>What you paid beyond the review fee comes back if the certificate is not granted.</li>
        <li>You can print or save your certificates here as often as you like, free of charge.</li>
      </ul>
      <HowToPay />
    </Main>
  );
}

function HowToPay() {
  return (
    <>
      <h2>How to pay</h2>
      <KeyValues
        look="prose"
        rows={[
          {
            key: 'Online',
            value: 'Visa or Mastercard credit card. Debit and prepaid cards, American Express and Discover are not accepted.',
          },
          {
            key: 'By mail (“Pay Later”)',
            value: 'Certified bank check, cashier’s check or money order. Personal checks and cash are not accepted.',
          },
          { key: 'Payable to', value: payee },
          { key: 'Mail to', value: <Lines of={mailTo} /> },
        ]}
      />
    </>
  );
}
