import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly applicationReference: string;
  readonly reasonText: string;
  readonly payUrl: string;
};

export const subject = ({ applicationReference }: Props) => `Your card payment did not go through: ${applicationReference}`;

export function CardNotAccepted(props: Props) {
  const preview = 'You were not charged. Your application is safe.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.payUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        Your card payment for application {props.applicationReference} did not go through. {props.reasonText}
      </Paragraph>
      <Paragraph>
        You were not charged. Your bank may show a pending amount for some days. Your application is safe, with all your
        answers.
      </Paragraph>
      <Action lead="See what is owed, and pay another way, here:" label="Pay another way" href={props.payUrl} />
    </EmailLayout>
  );
}
