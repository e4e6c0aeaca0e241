import { EmailLayout } from './_layout';
import { Action, Code, Paragraph } from './_parts';

type Props = {
  readonly atText: string;
  readonly notMeUrl: string;
  readonly code: string;
};

export const subject = (_props: Props) => 'An account was linked to your certification record';

/** Goes to the address on file, which the account's owner may not control. It says nothing about the account. */
export function RecordLinked(props: Props) {
  const preview = 'If this was you, there is nothing to do.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.notMeUrl}>
      <Paragraph>Hello,</Paragraph>
      <Paragraph>
        On {props.atText} an online account was linked to your Connecticut certification record. We write to you because this
        is the email address on that record.
      </Paragraph>
      <Paragraph>If this was you, there is nothing to do.</Paragraph>
      <Action lead="If it was not you, tell us here. It ends the link at once:" label="This was not me" href={props.notMeUrl} />
      <Paragraph>If the page asks for a code, it is this one:</Paragraph>
      <Code>{props.code}</Code>
    </EmailLayout>
  );
}
