import { EmailLayout } from './_layout';
import { Action, Paragraph } from './_parts';

type Props = {
  readonly atText: string;
  readonly loginUrl: string;
};

export const subject = (_props: Props) => 'Someone tried to link your certification record';

export function RecordAlreadyClaimed(props: Props) {
  const preview = 'They were shown nothing, and your account has not changed.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.loginUrl}>
      <Paragraph>Hello,</Paragraph>
      <Paragraph>
        On {props.atText} someone tried to link your certification record to another account. We did not link it. They were
        shown nothing, and your account has not changed.
      </Paragraph>
      <Paragraph>If it was not you, there is nothing you must do. The Bureau of Certification will look into it.</Paragraph>
      <Action
        lead="If it was you, use the account you already have:"
        label="Login to the CECS"
        href={props.loginUrl}
      />
    </EmailLayout>
  );
}
