import type { FieldBinding } from '@/app/_ui/form/field';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { TextField } from '@/app/_ui/form/text-field';

type Props = { readonly field: (name: 'fromDay' | 'source' | 'note') => FieldBinding & { readonly defaultValue?: string | undefined } };

/** From when a change holds, where it is written, and what its second reader should know. */
export function WhenAndWhy({ field }: Props) {
  return (
    <>
      <TextField {...field('fromDay')} label="First day on which it holds" hint="Tomorrow at the earliest, like 11/24/2027" autoComplete="off" inputMode="numeric" maxLength={10} width="10" />
      <TextField {...field('source')} label="Where it is written" hint="The act, the regulation or the letter that says so. People who apply can read it." autoComplete="off" maxLength={300} />
      <TextAreaField {...field('note')} label="What the second person should know" optional rows={3} maxLength={1000} />
    </>
  );
}
