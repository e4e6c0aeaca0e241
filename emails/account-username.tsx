import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly username: string;
  readonly loginUrl: string;
};

export const subject = (_props: Props) => 'Your CECS username (message 1 of 2)';

export function AccountUsername(props: Props) {
  const preview = 'Your account is ready. A second message brings your temporary password.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.loginUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>Your account is ready. This is your username. Please keep it.</Paragraph>
      <Code>{props.username}</Code>
      <Paragraph>
        A second message brings your temporary password. If you do not see it in a few minutes, look in your spam folder.
      </Paragraph>
      <Action lead="When you have both, log in here:" label="Login to the CECS" href={props.loginUrl} />
      <Paragraph>
        If you did not ask for an account, you can ignore both messages. Nobody can use the account without them.
      </Paragraph>
    </EmailLayout>
  );
}
