import { EmailLayout } from './_layout';
import { Action, Greeting, ItemList, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly applicationReference: string;
  readonly items: readonly { readonly title: string; readonly howToSend: string }[];
  /** By when all of it must have come. */
  readonly untilText: string | null;
  readonly statusUrl: string;
};

export const subject = ({ applicationReference }: Props) => `What we still need from you: ${applicationReference}`;

export function ItemsMissing(props: Props) {
  const preview = 'Your application waits until we have it.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.statusUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>We looked at your application {props.applicationReference}. To go on, we still need:</Paragraph>
      <ItemList items={props.items.map(({ title, howToSend }) => ({ title, detail: howToSend }))} />
      <Paragraph>
        We look at your application again when it has come.
        {props.untilText && ` We hold it open for you until ${props.untilText}.`}
      </Paragraph>
      <Action lead="The list, and what has come in, is here:" label="Check Status" href={props.statusUrl} />
    </EmailLayout>
  );
}
