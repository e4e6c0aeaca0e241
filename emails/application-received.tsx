import { EmailLayout } from './_layout';
import { Action, Code, Facts, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly applicationReference: string;
  readonly kindTitle: string;
  readonly submittedAtText: string;
  readonly dueNowText: string | null;
  readonly statusUrl: string;
};

export const subject = ({ applicationReference }: Props) => `We received your application ${applicationReference}`;

export function ApplicationReceived(props: Props) {
  const preview = props.dueNowText === null ? 'There is nothing to pay now.' : `Due now: ${props.dueNowText}.`;
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.statusUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>We received your application. This is its number.</Paragraph>
      <Code>{props.applicationReference}</Code>
      <Facts
        rows={[
          ['Application', props.kindTitle],
          ['Received', props.submittedAtText],
          ['Due now', props.dueNowText ?? 'nothing'],
        ]}
      />
      {props.dueNowText === null ? (
        <Paragraph>
          There is nothing for you to do now. We look at applications in the order they come in. We write when we decide, or
          need something from you.
        </Paragraph>
      ) : (
        <Paragraph>Your application joins the line for review on the day we receive your payment.</Paragraph>
      )}
      <Action
        lead={props.dueNowText === null ? 'You can see where it stands here:' : 'Pay, or see where it stands, here:'}
        label={props.dueNowText === null ? 'Check Status' : 'Check Status/Pay Now'}
        href={props.statusUrl}
      />
    </EmailLayout>
  );
}
