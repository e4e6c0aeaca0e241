import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly caseReference: string;
  readonly promisedByText: string;
  readonly homeUrl: string;
};

export const subject = ({ caseReference }: Props) => `We are looking into it: case ${caseReference}`;

export function CaseOpened(props: Props) {
  const preview = `You will hear from us by ${props.promisedByText}. There is nothing for you to do.`;
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.homeUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>The Bureau of Certification is looking into your request. This is your case number.</Paragraph>
      <Code>{props.caseReference}</Code>
      <Paragraph>
        You will hear from us by {props.promisedByText}. There is nothing for you to do until then. If you call or write, give
        this number.
      </Paragraph>
      <Action lead="You can see where it stands here:" label="Open your home page" href={props.homeUrl} />
    </EmailLayout>
  );
}
