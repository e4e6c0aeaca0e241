import { Field, inputClass, wiring } from '@/app/_ui/form/field';
import { Button } from '@/app/_ui/button';

// The browser holds back what looks like an SSN: an address is kept in histories and logs.
const anythingButAnSsn = '(?!\\s*\\d{3}[\\s\\-]?\\d{2}[\\s\\-]?\\d{4}\\s*$).*';

/** A plain GET form: works without scripts, and its address can be kept. */
export function SearchBox({ typed }: { typed: string }) {
  const field = { name: 'q', optional: true, hint: 'Never a Social Security number: what is typed here becomes part of the address.' };
  return (
    <form className="cecs-search" action="/staff/queue" method="get" role="search">
      <Field {...field} optional={false} label="Reference, EIN or last name">
        <input
          {...wiring(field)}
          className={inputClass(undefined)}
          type="search"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={100}
          pattern={anythingButAnSsn}
          title="A reference like A000-04K2, an EIN, or a last name. Not a Social Security number."
          defaultValue={typed}
        />
      </Field>
      <Button look="secondary">Search</Button>
    </form>
  );
}
