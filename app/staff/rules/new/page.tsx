import { Actions } from '@/app/_ui/actions';
import { BackLink } from '@/app/_ui/breadcrumb';
import { ButtonLink } from '@/app/_ui/button';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { changeable } from '@/lib/staff/rule-change-model';
import { requireStaff } from '@/lib/web/session';

export const metadata = { title: 'Draft a change' };

export default async function NewChangePage() {
  await requireStaff('draft_rules');
  return (
    <Main width="narrow" before={<BackLink href="/staff/rules">Rules</BackLink>}>
      <PageTitle lead="Nothing changes until somebody else has looked at it and approved.">What do you want to change?</PageTitle>
      <Actions>
        {Object.entries(changeable).map(([what, { title }]) => (
          <ButtonLink key={what} look="secondary" href={`/staff/rules/new/${what}`}>
            {title}
          </ButtonLink>
        ))}
      </Actions>
      <p>Other rules come with a new version of the system: kinds of application, conditions, papers.</p>
    </Main>
  );
}
