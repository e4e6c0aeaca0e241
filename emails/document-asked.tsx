import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly askedFor: string;
  readonly caseReference: string;
  readonly promisedByText: string;
  readonly confirmUrl: string;
};

export const subject = ({ caseReference }: Props) => `Please send us something: case ${caseReference}`;

export function DocumentAsked(props: Props) {
  const preview = 'We need one thing more from you.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.confirmUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>For your case, the Bureau of Certification asks you for this:</Paragraph>
      <Paragraph>{props.askedFor}</Paragraph>
      <Action lead="Send a scan or a photograph here, from your own account:" label="Send it" href={props.confirmUrl} />
      <Paragraph>
        Or show it at our counter and give the number of your case. Please do not send it by email. Once it is here you will hear from
        us; without it, we look again on {props.promisedByText}.
      </Paragraph>
      <Code>{props.caseReference}</Code>
    </EmailLayout>
  );
}
