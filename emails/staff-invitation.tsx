import { EmailLayout } from './_layout';
import { Action, Facts, Paragraph } from './_parts';

type Props = {
  readonly roleText: string;
  readonly inviteUrl: string;
  readonly expiresText: string;
};

export const subject = (_props: Props) => 'You are invited to work in CECS';

export function StaffInvitation(props: Props) {
  const preview = 'The invitation is for you alone. Please do not forward it.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.inviteUrl}>
      <Paragraph>Hello,</Paragraph>
      <Paragraph>The Bureau of Certification invites you to work in its certification system.</Paragraph>
      <Facts
        rows={[
          ['Your role', props.roleText],
          ['Good until', props.expiresText],
        ]}
      />
      <Paragraph>
        You will choose a password and set up an app on your phone that shows sign-in codes. The invitation works once and is
        for you alone. Please do not forward it.
      </Paragraph>
      <Action lead="Accept the invitation here:" label="Accept the invitation" href={props.inviteUrl} />
    </EmailLayout>
  );
}
