import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly username: string;
  readonly loginUrl: string;
};

export const subject = (_props: Props) => 'Your CECS username, as you asked';

export function UsernameReminder(props: Props) {
  const preview = 'You can also log in with this email address.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.loginUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>You asked for your username. Here it is.</Paragraph>
      <Code>{props.username}</Code>
      <Paragraph>You can type this email address in its place.</Paragraph>
      <Action lead="Log in here:" label="Login to the CECS" href={props.loginUrl} />
      <Paragraph>If you did not ask for this, you can ignore this message. Nothing has changed.</Paragraph>
    </EmailLayout>
  );
}
