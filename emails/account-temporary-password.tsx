import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly purpose: 'new-account' | 'forgot-password';
  readonly firstName: string;
  readonly temporaryPassword: string;
  readonly expiresText: string;
  readonly loginUrl: string;
};

const words = {
  'new-account': {
    subject: 'Your CECS temporary password (message 2 of 2)',
    preview: 'Use it with the username from our other message. It works for 24 hours.',
    opening: 'This is the temporary password for your new account.',
    userName: 'Your username is in our other message. If you do not see that one, look in your spam folder.',
    notYou: 'If you did not ask for an account, you can ignore this message.',
  },
  'forgot-password': {
    subject: 'Your new CECS temporary password',
    preview: 'You asked for a new password. This one works for 24 hours.',
    opening: 'You asked for a new password. This is a temporary one.',
    userName: 'Use it with the username you have. The password you had works until you set a new one.',
    notYou: 'If you did not ask for this, you can ignore this message. Your password stays as it is.',
  },
} as const;

export const subject = ({ purpose }: Props) => words[purpose].subject;

export function AccountTemporaryPassword(props: Props) {
  const said = words[props.purpose];
  return (
    <EmailLayout title={said.subject} preview={said.preview} ownLink={props.loginUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>{said.opening} Copy it from here and paste it on the login page.</Paragraph>
      <Code>{props.temporaryPassword}</Code>
      <Paragraph>
        It is good for 24 hours, until {props.expiresText}. After you log in, the next page asks you to set a password of
        your own.
      </Paragraph>
      <Paragraph>{said.userName}</Paragraph>
      <Action lead="Log in here:" label="Login to the CECS" href={props.loginUrl} />
      <Paragraph>{said.notYou}</Paragraph>
    </EmailLayout>
  );
}
