import { EmailLayout } from './_layout';
import { Action, Greeting, ItemList, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly certificates: readonly { readonly title: string; readonly ends: string }[];
  readonly homeUrl: string;
  readonly profileUrl: string;
};

export const subject = ({ certificates }: Props) => (certificates.length > 1 ? 'Your certificates end soon' : 'Your certificate ends soon');

export function RenewalReminder(props: Props) {
  return (
    <EmailLayout title={subject(props)} preview="What you can do, and by when." ownLink={props.homeUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>You may not serve under a certificate after its last day:</Paragraph>
      <ItemList items={props.certificates.map(({ title, ends }) => ({ title, detail: ends }))} />
      <Action lead="Your home page says what you can do for each, and what it costs. Renewing a Professional certificate is free." label="Home" href={props.homeUrl} />
      <Action lead="Have you retired, or do you want no reminders? Say so in your profile:" label="Profile" href={props.profileUrl} />
      <Paragraph>If you read this for somebody who has died, please write to teacher.cert@ct.gov, so that nobody is written to again.</Paragraph>
    </EmailLayout>
  );
}
