import { Actions } from '@/app/_ui/actions';
import { Button } from '@/app/_ui/button';
import { CodeField } from '@/app/_ui/form/code-field';
import { ErrorSummary } from '@/app/_ui/form/error-summary';

type Props = { readonly stays: string; readonly goes: string; readonly caseReference: string; readonly error: string | undefined };

/** A plain GET form: which two. EINs are no secret among staff, and the address can be kept. */
export function ChooseRecords({ stays, goes, caseReference, error }: Props) {
  return (
    <form className="cecs-form" action="/staff/identity/merge" method="get">
      <ErrorSummary errors={error ? ['stays', 'goes'].map((name) => ({ name, message: error })) : []} />
      {caseReference && <input type="hidden" name="case" value={caseReference} />}
      <div className="cecs-pair">
        <CodeField name="stays" label="EIN that stays" autoComplete="off" inputMode="numeric" maxLength={12} defaultValue={stays} error={error} />
        <CodeField name="goes" label="EIN that goes" autoComplete="off" inputMode="numeric" maxLength={12} defaultValue={goes} error={error} />
      </div>
      <Actions>
        <Button look="secondary">Compare</Button>
      </Actions>
    </form>
  );
}
