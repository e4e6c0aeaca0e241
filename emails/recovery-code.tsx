import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly newEmailMasked: string;
  readonly code: string;
  readonly recoverUrl: string;
  readonly expiresText: string;
};

export const subject = (_props: Props) => 'Move your CECS account to another email address';

/** Goes to the second address. The code works only together with the whole new address, which is not in this message. */
export function RecoveryCode(props: Props) {
  const preview = 'Somebody told us that they cannot read mail at the first address any more.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.recoverUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        Somebody told us that they can no longer read mail at the first address of your account, and asked to move it to{' '}
        {props.newEmailMasked}. This is your second address, so the code for it comes here:
      </Paragraph>
      <Code>{props.code}</Code>
      <Paragraph>It is good until {props.expiresText}.</Paragraph>
      <Action lead="If it was you, type it here, with your new address:" label="Move my account" href={props.recoverUrl} />
      <Paragraph>
        If it was not you, there is nothing to do: without this code nothing is moved. Give it to nobody, and never type it with
        an address that is not yours.
      </Paragraph>
    </EmailLayout>
  );
}
