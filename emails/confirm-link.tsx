import { EmailLayout } from './_layout';
import { Action, Code, Paragraph } from './_parts';

type Props = {
  readonly atText: string;
  readonly code: string;
  readonly confirmUrl: string;
  readonly notMeUrl: string;
  readonly notMeCode: string;
};

export const subject = (_props: Props) => 'Your code: confirm that it is you';

/** Goes to the address on file, which the account's owner may not control. It says nothing about the account. */
export function ConfirmLink(props: Props) {
  const preview = 'Type this code on the page that asked for it. It is good for 24 hours.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.confirmUrl}>
      <Paragraph>Hello,</Paragraph>
      <Paragraph>
        An online account is linked to your Connecticut certification record. On {props.atText} it asked us for a code to
        confirm that it is you. This is it, good for 24 hours:
      </Paragraph>
      <Code>{props.code}</Code>
      <Action lead="Type it here:" label="Confirm it is you" href={props.confirmUrl} />
      <Paragraph>We never ask for this code by phone or email. Give it to nobody.</Paragraph>
      <Action lead="If you know nothing of this, tell us here. It ends the link at once:" label="This was not me" href={props.notMeUrl} />
      <Paragraph>If that page asks for a code, it is this one, not the one above:</Paragraph>
      <Code>{props.notMeCode}</Code>
    </EmailLayout>
  );
}
