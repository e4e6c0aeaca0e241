import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly change: 'name' | 'ssn' | 'birthDate' | 'merged';
  readonly atText: string;
  readonly homeUrl: string;
};

const sentences = {
  name: 'corrected the name on your record',
  ssn: 'corrected the Social Security number on your record',
  birthDate: 'corrected the date of birth on your record',
  merged: 'found two records of yours and made one of them',
};

export const subject = (_props: Props) => 'Your certification record was changed';

export function RecordChanged(props: Props) {
  const sentence = `On ${props.atText} the Bureau of Certification ${sentences[props.change]}.`;
  return (
    <EmailLayout title={subject(props)} preview={sentence} ownLink={props.homeUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>{sentence}</Paragraph>
      <Paragraph>If you asked for that, there is nothing to do. If not, please tell us.</Paragraph>
      <Action lead="Your record is here:" label="Open your home page" href={props.homeUrl} />
    </EmailLayout>
  );
}
