import { EmailLayout } from './_layout';
import { Action, Facts, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly receiptNumber: string;
  readonly amountText: string;
  readonly methodText: string;
  readonly applicationReference: string;
  readonly receiptUrl: string;
};

export const subject = ({ amountText, receiptNumber }: Props) => `We received your ${amountText}: receipt ${receiptNumber}`;

export function PaymentReceived(props: Props) {
  const preview = `Thank you. It is credited to your application ${props.applicationReference}.`;
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.receiptUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>Thank you. We received your payment.</Paragraph>
      <Facts
        rows={[
          ['Amount', props.amountText],
          ['Paid with', props.methodText],
          ['For application', props.applicationReference],
          ['Receipt number', props.receiptNumber],
        ]}
      />
      <Action lead="Your receipt, to print or save, is here:" label="See your receipt" href={props.receiptUrl} />
    </EmailLayout>
  );
}
