import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly newEmailMasked: string;
  readonly code: string;
  readonly confirmUrl: string;
  readonly expiresText: string;
};

export const subject = (_props: Props) => 'Confirm the change of your CECS email address';

export function EmailChangeOld(props: Props) {
  const preview = 'You asked to move your account to another email address.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.confirmUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        We were asked to move your account from this email address to {props.newEmailMasked}. This is the code for your old
        address. The new address gets a code too. We need both.
      </Paragraph>
      <Code>{props.code}</Code>
      <Paragraph>It is good until {props.expiresText}.</Paragraph>
      <Action lead="To make the change, enter the code here:" label="Confirm the change" href={props.confirmUrl} />
      <Paragraph>
        If you did not ask for this, do not enter or share the code. Your address stays as it is. Someone may know your
        password, so please change it.
      </Paragraph>
    </EmailLayout>
  );
}
