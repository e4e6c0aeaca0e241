import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly answer: 'linked' | 'new' | 'confirmed';
  readonly homeUrl: string;
};

const subjects = {
  linked: 'We found your certification record',
  new: 'Your Educator Identification Number is ready',
  confirmed: 'We have confirmed that it is you',
};

const sentences = {
  linked: 'The Bureau of Certification has linked your account to your record. Your EIN and your certificates are on your home page.',
  new: 'The Bureau of Certification found no record of yours, and has given you an Educator Identification Number (EIN). It is on your home page.',
  confirmed: 'The Bureau of Certification has seen your document. Your account is fully linked to your record now: you can print certificates and change your address.',
};

export const subject = ({ answer }: Props) => subjects[answer];

export function IdentityAnswered(props: Props) {
  return (
    <EmailLayout title={subject(props)} preview={sentences[props.answer]} ownLink={props.homeUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>{sentences[props.answer]}</Paragraph>
      <Action lead="You can go on here:" label="Open your home page" href={props.homeUrl} />
      <Paragraph>If something there is not yours, please tell us at once.</Paragraph>
    </EmailLayout>
  );
}
