import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly caseReference: string;
  readonly reasonText: string;
  readonly homeUrl: string;
};

export const subject = ({ caseReference }: Props) => `Our answer to case ${caseReference}`;

export function IdentityDone(props: Props) {
  const preview = 'Here is our answer to what you asked.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.homeUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>The Bureau of Certification has looked at what you asked in this case.</Paragraph>
      <Code>{props.caseReference}</Code>
      <Paragraph>{props.reasonText}</Paragraph>
      <Action lead="You can see where things stand here:" label="Open your home page" href={props.homeUrl} />
    </EmailLayout>
  );
}
