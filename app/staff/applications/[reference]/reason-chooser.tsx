import { BackLink } from '@/app/_ui/breadcrumb';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { formatReference } from '@/lib/shared/references';
import { chosenReasons, openingReasons } from '@/lib/staff/model';
import { ReasonKeys } from './reason-keys';

/** Asked once before a record opens that did not come from the queue. Links, so that it takes one click without scripts too. */
export function ReasonChooser({ reference }: { reference: string }) {
  return (
    <Main width="narrow" before={<BackLink href="/staff/queue">Queue</BackLink>}>
      <PageTitle
        caption={`Application ${formatReference(reference)}`}
        lead="It is written down: the educator has a right to know who opened their record, when and why."
      >
        Why do you open this record?
      </PageTitle>
      <ReasonKeys>
        {chosenReasons.map((reason, at) => (
          <li key={reason}>
            <a className="usa-button usa-button--outline" href={`/staff/applications/${reference}?for=${reason}`}>
              <kbd className="cecs-reasons__key">{at + 1}</kbd>
              {openingReasons[reason]}
            </a>
          </li>
        ))}
      </ReasonKeys>
      <p className="cecs-quiet cecs-needs-script">Press the number, or choose.</p>
    </Main>
  );
}
