import { CodeField } from '@/app/_ui/form/code-field';
import type { FieldBinding } from '@/app/_ui/form/field';

export function MailedCodeField(binding: FieldBinding) {
  return (
    <CodeField
      {...binding}
      label="Code from the message"
      hint="Spaces, hyphens and capitals do not matter."
      autoComplete="off"
      autoCapitalize="characters"
      maxLength={60}
      width="full"
    />
  );
}
