import { Actions } from '@/app/_ui/actions';
import { Button } from '@/app/_ui/button';
import { Details } from '@/app/_ui/details';
import { CheckboxField } from '@/app/_ui/form/choices';
import { SelectField } from '@/app/_ui/form/select-field';
import type { CaseKind } from '@/lib/identity/case-queries';
import { caseKinds } from './wording';

type Props = { readonly kind: CaseKind | undefined; readonly isOverdue: boolean; readonly isProposedByMe: boolean };

const kinds = Object.entries(caseKinds).map(([value, { title }]) => ({ value, label: title }));

/** A plain GET form: works without scripts, and its address can be kept. */
export function CaseFilter({ kind, isOverdue, isProposedByMe }: Props) {
  return (
    <Details summary="Show only some" open={kind !== undefined || isOverdue || isProposedByMe}>
      <form className="cecs-form" action="/staff/identity" method="get">
        <SelectField name="kind" label="Kind of case" optional placeholder="All" options={kinds} defaultValue={kind} />
        <CheckboxField name="overdue" label="Only overdue" defaultValue={isOverdue ? 'yes' : undefined} />
        <CheckboxField name="mine" label="Only what I proposed and a second person has not seen" defaultValue={isProposedByMe ? 'yes' : undefined} />
        <Actions>
          <Button look="secondary">Show</Button>
        </Actions>
      </form>
    </Details>
  );
}
