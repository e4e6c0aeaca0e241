import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph } from './_parts';

type Props = { readonly firstName: string; readonly atText: string; readonly homeUrl: string };

export const subject = (_props: Props) => 'Your certification record is confirmed';

export function LinkConfirmed(props: Props) {
  return (
    <EmailLayout title={subject(props)} preview="You can now print your certificates." ownLink={props.homeUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        On {props.atText} it was confirmed that your Connecticut certification record belongs to you. You can now print your
        certificates and keep your address up to date.
      </Paragraph>
      <Action lead="Everything is on your home page:" label="Open your home page" href={props.homeUrl} />
      <Paragraph>If this was not you, call 860-713-6969 now.</Paragraph>
    </EmailLayout>
  );
}
