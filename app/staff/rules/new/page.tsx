import { BackLink } from '@/app/_ui/breadcrumb';
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
      <ul className="usa-list">
        {Object.entries(changeable).map(([what, { title }]) => (
          <li key={what}>
            <a href={`/staff/rules/new/${what}`}>{title}</a>
          </li>
        ))}
      </ul>
      <p>Other rules come with a new version of the system: kinds of application, conditions, papers.</p>
    </Main>
  );
}
