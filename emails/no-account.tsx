import { EmailLayout } from './_layout';
import { Action, Paragraph } from './_parts';

type Props = {
  readonly createAccountUrl: string;
};

export const subject = (_props: Props) => 'No CECS account uses this email address';

export function NoAccount(props: Props) {
  const preview = 'You may have used another address, or need to create an account.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.createAccountUrl}>
      <Paragraph>Hello,</Paragraph>
      <Paragraph>
        Someone, maybe you, asked for a username or password with this email address. No account uses it. If you have an
        account, it may use another address: try that one.
      </Paragraph>
      <Paragraph>
        A username from the old CECS does not work here. Create an account once. We will find your EIN and your certificates
        for you.
      </Paragraph>
      <Action
        lead="If you have no account yet, create one here:"
        label="Create an Account on the C.E.C.S."
        href={props.createAccountUrl}
      />
      <Paragraph>If you did not ask for this, you can ignore this message.</Paragraph>
    </EmailLayout>
  );
}
