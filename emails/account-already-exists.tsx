import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph, SideLink } from './_parts';

type Props = {
  readonly firstName: string;
  readonly loginUrl: string;
  readonly forgotUsernameUrl: string;
  readonly forgotPasswordUrl: string;
};

export const subject = (_props: Props) => 'You already have a CECS account';

export function AccountAlreadyExists(props: Props) {
  const preview = 'Someone tried to create an account with this address. No new account was made.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.loginUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        Someone, maybe you, tried to create an account with this email address. You already have an account with it. No new
        one was made, and yours has not changed.
      </Paragraph>
      <Action lead="Log in to the account you have:" label="Login to the CECS" href={props.loginUrl} />
      <SideLink lead="Forgot your username? Have it sent to you:" href={props.forgotUsernameUrl} />
      <SideLink lead="Forgot your password? Get a temporary one:" href={props.forgotPasswordUrl} />
      <Paragraph>
        Do you share this mailbox with a spouse or partner? Each educator needs an email address of their own. The other
        person can use a school address or a free one.
      </Paragraph>
    </EmailLayout>
  );
}
