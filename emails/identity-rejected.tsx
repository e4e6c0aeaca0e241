import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly caseReference: string;
  readonly reasonText: string;
  readonly homeUrl: string;
};

export const subject = ({ caseReference }: Props) => `Our answer to case ${caseReference}`;

export function IdentityRejected(props: Props) {
  const preview = 'We could not do what you asked. Here is why, and what you can do.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.homeUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>We are sorry. The Bureau of Certification could not do what you asked in this case.</Paragraph>
      <Code>{props.caseReference}</Code>
      <Paragraph>{props.reasonText}</Paragraph>
      <Paragraph>
        If you have an account, it stays as it is: you can sign in, and applications you have begun are kept. If you think that we are
        wrong, or have something that shows more, write or call and give the number of the case. Somebody will look again.
      </Paragraph>
      <Action lead="You can see where things stand here:" label="Open your home page" href={props.homeUrl} />
    </EmailLayout>
  );
}
