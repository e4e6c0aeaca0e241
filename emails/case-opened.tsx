import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly caseReference: string;
  readonly promisedByText: string;
  /** Where it stands: home, or the page where documents for it are sent. */
  readonly pageUrl: string;
  readonly takesDocuments: boolean;
};

export const subject = ({ caseReference }: Props) => `We are looking into it: case ${caseReference}`;

export function CaseOpened(props: Props) {
  const preview = `You will hear from us by ${props.promisedByText}.`;
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.pageUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>The Bureau of Certification is looking into your request. This is your case number.</Paragraph>
      <Code>{props.caseReference}</Code>
      <Paragraph>
        You will hear from us by {props.promisedByText}. {props.takesDocuments ? '' : 'There is nothing for you to do until then. '}If
        you call or write, give this number.
      </Paragraph>
      {props.takesDocuments ? (
        <Action lead="Send us a document that shows what is right. You can see there, too, where it stands:" label="Send a document" href={props.pageUrl} />
      ) : (
        <Action lead="You can see where it stands here:" label="Open your home page" href={props.pageUrl} />
      )}
    </EmailLayout>
  );
}
