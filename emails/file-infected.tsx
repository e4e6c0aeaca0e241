import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph } from './_parts';

type Props = { readonly firstName: string; readonly sendUrl: string };

export const subject = () => 'We found a virus in a file you sent';

export function FileInfected({ firstName, sendUrl }: Props) {
  return (
    <EmailLayout title={subject()} preview="Please send the document again." ownLink={sendUrl}>
      <Greeting firstName={firstName} />
      <Paragraph>
        Our scanner found a virus in a file that you sent us, so we set it aside. Nobody opens it, and it does not count. The device it
        came from may have a virus: have it checked.
      </Paragraph>
      <Action lead="Send the document again from another device:" label="Send it again" href={sendUrl} />
    </EmailLayout>
  );
}
