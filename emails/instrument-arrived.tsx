import { EmailLayout } from './_layout';
import { Action, Facts, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly applicationReference: string;
  readonly kindText: string;
  readonly amountText: string;
  readonly statusUrl: string;
};

export const subject = ({ applicationReference }: Props) => `Your payment by mail arrived: ${applicationReference}`;

export function InstrumentArrived(props: Props) {
  const preview = 'There is nothing for you to do now.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.statusUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>Your payment by mail arrived.</Paragraph>
      <Facts
        rows={[
          ['What came', props.kindText],
          ['Amount', props.amountText],
          ['For application', props.applicationReference],
        ]}
      />
      <Paragraph>
        There is nothing for you to do now. We write again when it is accepted. If we must return it, we say why and what to
        send instead.
      </Paragraph>
      <Action lead="You can see where it stands here:" label="Check Status" href={props.statusUrl} />
    </EmailLayout>
  );
}
