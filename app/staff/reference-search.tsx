import { Button } from '@/app/_ui/button';
import { CodeField } from '@/app/_ui/form/code-field';
import { formatReference } from '@/lib/shared/references';

type Props = {
  readonly action: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly typed: string;
  readonly problem: string | undefined;
};

/** One field and its button, to find something by the reference on it. A plain GET form. */
export function ReferenceSearch({ action, name, label, hint, typed, problem }: Props) {
  return (
    <form className="cecs-search" action={action} method="get">
      <CodeField
        name={name}
        label={label}
        hint={hint}
        defaultValue={typed && formatReference(typed)}
        error={problem}
        optional
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={20}
      />
      <Button look="secondary">Look up</Button>
    </form>
  );
}
