import { EmailLayout } from './_layout';
import { Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly newEmailMasked: string;
};

export const subject = (_props: Props) => 'Your CECS email address was changed';

/** Goes to the address that was left. It has no link: whoever reads it can no longer act for the account. */
export function EmailChanged(props: Props) {
  const preview = 'If this was you, there is nothing to do.';
  return (
    <EmailLayout title={subject(props)} preview={preview}>
      <Greeting firstName={props.firstName} />
      <Paragraph>Your account now uses {props.newEmailMasked}. We will not write to this address about it any more.</Paragraph>
      <Paragraph>If this was you, there is nothing to do.</Paragraph>
      <Paragraph>If it was not you, call the Bureau of Certification right away. The number is below.</Paragraph>
    </EmailLayout>
  );
}
