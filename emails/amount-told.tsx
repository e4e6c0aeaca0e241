import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly applicationReference: string;
  readonly dueNowText: string | null;
  readonly dueLaterText: string | null;
  readonly pageUrl: string;
};

export const subject = ({ applicationReference }: Props) => `The fee for your application ${applicationReference}`;

export function AmountTold(props: Props) {
  const { dueNowText, dueLaterText } = props;
  const preview = dueNowText ? `${dueNowText} is due now.` : 'What it costs is known now.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.pageUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        When you submitted your application {props.applicationReference}, the amount of its fee was not known. It is now.
      </Paragraph>
      {dueNowText && <Paragraph>Due now: {dueNowText}.</Paragraph>}
      {dueLaterText && <Paragraph>Due after approval, before your certificate is issued: {dueLaterText}.</Paragraph>}
      <Action
        lead={dueNowText ? 'Pay by card, or choose Pay Later to pay by mail:' : 'See your application:'}
        label={dueNowText ? `Pay ${dueNowText}` : 'Open your application'}
        href={props.pageUrl}
      />
    </EmailLayout>
  );
}
