import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly atText: string;
  readonly forgotPasswordUrl: string;
};

export const subject = (_props: Props) => 'Your CECS password was changed';

export function PasswordChanged(props: Props) {
  const preview = 'If this was you, there is nothing to do.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.forgotPasswordUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>The password of your account was changed on {props.atText}.</Paragraph>
      <Paragraph>If this was you, there is nothing to do.</Paragraph>
      <Action
        lead="If it was not you, get a new temporary password at once:"
        label="Get a new password"
        href={props.forgotPasswordUrl}
      />
    </EmailLayout>
  );
}
