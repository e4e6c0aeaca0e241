import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly code: string;
  readonly confirmUrl: string;
  readonly expiresText: string;
};

export const subject = (_props: Props) => 'Confirm your new CECS email address';

export function EmailChangeNew(props: Props) {
  const preview = 'You asked to use this address for your account.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.confirmUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        You asked to use this email address for your account. This is the code for your new address. Your old address gets a
        code too. We need both.
      </Paragraph>
      <Code>{props.code}</Code>
      <Paragraph>It is good until {props.expiresText}.</Paragraph>
      <Action lead="To make the change, enter the code here:" label="Confirm this address" href={props.confirmUrl} />
      <Paragraph>If you did not ask for this, you can ignore this message. Nothing will change.</Paragraph>
    </EmailLayout>
  );
}
