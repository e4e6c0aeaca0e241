import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly applicationReference: string;
  readonly amountText: string;
  readonly payUrl: string;
};

export const subject = ({ amountText, applicationReference }: Props) => `${amountText} is due: ${applicationReference}`;

export function BalanceDue(props: Props) {
  const preview = 'We issue your certificate after this is paid.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.payUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        Good news: your application {props.applicationReference} is approved. We issue your certificate after the rest of the
        fee is paid: {props.amountText}.
      </Paragraph>
      <Action lead="Pay by card, or choose Pay Later to pay by mail:" label={`Pay ${props.amountText}`} href={props.payUrl} />
    </EmailLayout>
  );
}
