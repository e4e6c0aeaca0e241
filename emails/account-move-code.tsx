import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly code: string;
  readonly recoverUrl: string;
  readonly expiresText: string;
};

export const subject = (_props: Props) => 'Confirm the new address of your CECS account';

export function AccountMoveCode(props: Props) {
  const preview = 'The last step: then your account uses this address.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.recoverUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>The code from your second address was right. This is the code for this address, the new one:</Paragraph>
      <Code>{props.code}</Code>
      <Paragraph>It is good until {props.expiresText}.</Paragraph>
      <Action lead="To move your account to this address, enter the code here:" label="Move my account" href={props.recoverUrl} />
      <Paragraph>If you did not ask for this, you can ignore this message. Nothing will change.</Paragraph>
    </EmailLayout>
  );
}
