import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly change: 'added' | 'removed';
  /** The second address, where there is one now. */
  readonly addressMasked: string;
  readonly profileUrl: string;
};

export const subject = ({ change }: Props) =>
  change === 'added' ? 'A second email address was added to your account' : 'The second email address of your account was removed';

export function RecoveryAddressChanged(props: Props) {
  const { change, addressMasked } = props;
  const preview = 'If this was you, there is nothing to do.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.profileUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        {change === 'added'
          ? `${addressMasked} is your second email address now. Whoever reads mail there can move your account to another address, should you lose this one.`
          : 'Your account has no second email address any more.'}
      </Paragraph>
      <Paragraph>If this was you, there is nothing to do.</Paragraph>
      <Action
        lead={`If it was not you, change your password${change === 'added' ? ' and remove that address' : ''} here:`}
        label="Open your profile"
        href={props.profileUrl}
      />
    </EmailLayout>
  );
}
