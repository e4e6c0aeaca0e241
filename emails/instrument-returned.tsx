import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly applicationReference: string;
  readonly reasonText: string;
  readonly whatToSendText: string;
  readonly statusUrl: string;
};

export const subject = ({ applicationReference }: Props) => `We returned your payment: ${applicationReference}`;

export function InstrumentReturned(props: Props) {
  const preview = 'Your application still waits for its payment. This says what to send.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.statusUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        We could not accept what you mailed for application {props.applicationReference}. It is on its way back to you.
      </Paragraph>
      <Paragraph>{props.reasonText}</Paragraph>
      <Paragraph>{props.whatToSendText}</Paragraph>
      <Action lead="Your slip, and a way to pay online, are here:" label="Check Status/Pay Now" href={props.statusUrl} />
    </EmailLayout>
  );
}
