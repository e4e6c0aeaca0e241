import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly code: string;
  readonly confirmUrl: string;
  readonly expiresText: string;
};

export const subject = (_props: Props) => 'Confirm your second email address';

export function RecoveryAddressCode(props: Props) {
  const preview = 'You gave this address for the day you cannot read your first one any more.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.confirmUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        You gave this as your second email address, for the day you cannot read mail at your first one any more. This is its code:
      </Paragraph>
      <Code>{props.code}</Code>
      <Paragraph>It is good until {props.expiresText}.</Paragraph>
      <Action lead="To confirm the address, enter the code here:" label="Confirm this address" href={props.confirmUrl} />
      <Paragraph>If you did not ask for this, you can ignore this message. Nothing will change.</Paragraph>
    </EmailLayout>
  );
}
