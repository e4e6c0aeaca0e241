import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly caseReference: string;
  readonly promisedByText: string;
  readonly homeUrl: string;
};

export const subject = ({ caseReference }: Props) => `We are looking at your record again: case ${caseReference}`;

export function IdentityReopened(props: Props) {
  const preview = `You will hear from us by ${props.promisedByText}. There is nothing for you to do.`;
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.homeUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        The Bureau of Certification is looking again at which record is yours. Until that is settled, your account may show less than it
        did. We are sorry for the delay.
      </Paragraph>
      <Code>{props.caseReference}</Code>
      <Paragraph>
        You will hear from us by {props.promisedByText}. There is nothing for you to do until then. If you call or write, give this
        number.
      </Paragraph>
      <Action lead="You can see where it stands here:" label="Open your home page" href={props.homeUrl} />
    </EmailLayout>
  );
}
