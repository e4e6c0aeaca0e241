import { EmailLayout } from './_layout';
import { Action, Code, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly applicationReference: string;
  readonly amountText: string;
  /** What mailed money is recorded by; the application's own number is not. */
  readonly slipReference: string;
  readonly slipUrl: string;
};

export const subject = ({ applicationReference }: Props) => `We are waiting for your payment: ${applicationReference}`;

export function RemittanceReminder(props: Props) {
  const preview = `${props.amountText} by mail. If you have sent it, there is nothing to do.`;
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.slipUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        You chose to pay {props.amountText} by mail for application {props.applicationReference}. It has not come yet. If you
        have sent it, there is nothing to do: mail can take 12 business days.
      </Paragraph>
      <Action
        lead="The payment slip says whom to pay and where to send it:"
        label="Open the payment slip"
        href={props.slipUrl}
      />
      <Paragraph>No printer? Write this slip number and your name on the money order or check.</Paragraph>
      <Code>{props.slipReference}</Code>
      <Paragraph>
        We take a money order, a certified bank check or a cashier’s check. We cannot take personal checks or cash.
      </Paragraph>
    </EmailLayout>
  );
}
