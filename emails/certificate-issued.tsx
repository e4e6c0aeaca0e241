import { EmailLayout } from './_layout';
import { Action, Facts, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly certificateTitle: string;
  readonly validFromText: string;
  readonly validThroughText: string;
  readonly certificateUrl: string;
};

export const subject = (_props: Props) => 'Your certificate is issued';

export function CertificateIssued(props: Props) {
  const preview = `${props.certificateTitle}, from ${props.validFromText}.`;
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.certificateUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>Congratulations. Your certificate is issued.</Paragraph>
      <Facts
        rows={[
          ['Certificate', props.certificateTitle],
          ['Valid from', props.validFromText],
          ['Valid through', props.validThroughText],
        ]}
      />
      <Action lead="See, print or save it for free here:" label="See your certificate" href={props.certificateUrl} />
    </EmailLayout>
  );
}
