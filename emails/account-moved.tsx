import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly newEmailMasked: string;
  readonly untilText: string;
  readonly notMeUrl: string;
  readonly code: string;
};

export const subject = (_props: Props) => 'Your CECS account was moved to another email address';

/** Goes to the address that was left, after a move by codes from the second and the new address. */
export function AccountMoved(props: Props) {
  const preview = 'If this was you, there is nothing to do.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.notMeUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        Your account now uses {props.newEmailMasked}. Somebody who reads your second email address moved it there, because this
        one could not be read any more.
      </Paragraph>
      <Paragraph>If this was you, there is nothing to do.</Paragraph>
      <Action lead={`If it was not you, take it back here until ${props.untilText}:`} label="This was not me" href={props.notMeUrl} />
      <Paragraph>The page asks for this email address and for this code:</Paragraph>
      <Code>{props.code}</Code>
    </EmailLayout>
  );
}
