import { EmailLayout } from './_layout';
import { Greeting, Paragraph } from './_parts';

type Props = { readonly firstName: string };

export const subject = (_props: Props) => 'Your CECS account is back at its earlier email address';

/** Goes to the address the account had been moved to. */
export function AccountMovedBack(props: Props) {
  const preview = 'The move to this address was taken back.';
  return (
    <EmailLayout title={subject(props)} preview={preview}>
      <Greeting firstName={props.firstName} />
      <Paragraph>An account was moved to this address, and that was taken back. We will not write to this address about it any more.</Paragraph>
      <Paragraph>If the account is yours, call the Bureau of Certification. The number is below.</Paragraph>
    </EmailLayout>
  );
}
